// libFuzzer target for what a peer sends: bodies of frames. What decodes must encode, and decode to the same bytes
// again; its JSON form must come back as the same bytes. scripts/fuzz builds and runs it.

#include <cstdlib>
#include <memory>
#include <string>

#include "codec/chunks.h"
#include "codec/frame.h"
#include "codec/json.h"
#include "codec/message_codec.h"

using namespace exmonty;

namespace {

constexpr size_t max_arena = size_t{1} << 26;

void require(bool holds) {
    if (!holds) std::abort();
}

void try_message(std::string_view body) {
    const auto memory = std::make_unique<codec::ChunkedArena>(max_arena);
    codec::Decoded decoded;
    codec::Fault fault;
    if (!codec::decode_message(body, memory->arena, decoded, fault)) {
        require(!fault.message.empty());
        return;
    }
    codec::ByteBuffer first;
    require(codec::encode_message(decoded.id, decoded.message, codec::default_max_frame, first, memory->arena, fault));
    codec::Decoded again;
    require(codec::decode_message(first.view().substr(codec::frame_header_size), memory->arena, again, fault));
    codec::ByteBuffer second;
    require(codec::encode_message(again.id, again.message, codec::default_max_frame, second, memory->arena, fault));
    require(first.view() == second.view());
}

void try_value(std::string_view body) {
    const auto memory = std::make_unique<codec::ChunkedArena>(max_arena);
    Data data;
    codec::Fault fault;
    if (!codec::read_data(body, memory->arena, data, fault)) return;
    codec::ByteBuffer bytes;
    require(codec::write_data(data, bytes, memory->arena, fault));
    Data again;
    require(codec::read_data(bytes.view(), memory->arena, again, fault));
    require(same_data(data, again));
    std::string json;
    codec::write_json(data, memory->arena, json);
    require(codec::read_json(json, memory->arena, again, fault));
    codec::ByteBuffer bytes_again;
    require(codec::write_data(again, bytes_again, memory->arena, fault));
    require(bytes.view() == bytes_again.view());
}

void try_json(std::string_view text) {
    const auto memory = std::make_unique<codec::ChunkedArena>(max_arena);
    Data data;
    codec::Fault fault;
    codec::read_message_json(text, memory->arena, data, fault);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    const std::string_view body(reinterpret_cast<const char*>(bytes), size);
    try_message(body);
    try_value(body);
    try_json(body);
    return 0;
}
