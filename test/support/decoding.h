#pragma once

// Decoding and encoding with an arena each time.

#include <memory>
#include <string>
#include <string_view>

#include "codec/chunks.h"
#include "codec/data_codec.h"
#include "codec/frame.h"
#include "codec/json.h"
#include "codec/message_codec.h"

// After the tables, because it has a macro MESSAGE too.
#include <doctest/doctest.h>

namespace exmonty::test {

struct Decoding {
    std::unique_ptr<codec::ChunkedArena> memory = std::make_unique<codec::ChunkedArena>(size_t{1} << 30);
    codec::Fault fault;
    bool ok = false;

    Arena& arena() { return memory->arena; }
};

struct DecodedData : Decoding {
    Data data;
};

struct DecodedMessage : Decoding {
    codec::Decoded decoded;
};

inline DecodedData decode_data(std::string_view bytes) {
    DecodedData result;
    result.ok = codec::read_data(bytes, result.arena(), result.data, result.fault);
    return result;
}

inline DecodedData decode_json(std::string_view text) {
    DecodedData result;
    result.ok = codec::read_json(text, result.arena(), result.data, result.fault);
    return result;
}

inline DecodedMessage decode_body(std::string_view body) {
    DecodedMessage result;
    result.ok = codec::decode_message(body, result.arena(), result.decoded, result.fault);
    return result;
}

inline DecodedMessage decode_frame(std::string_view frame) {
    return decode_body(frame.substr(codec::frame_header_size));
}

inline std::string encode_data(const Data& data) {
    Decoding scratch;
    codec::ByteBuffer out;
    if (!codec::write_data(data, out, scratch.arena(), scratch.fault)) return "fault: " + scratch.fault.message;
    return std::string(out.view());
}

inline std::string encode_frame(uint64_t id, const codec::Message& message,
                                uint32_t max_frame = codec::default_max_frame) {
    Decoding scratch;
    codec::ByteBuffer out;
    if (!codec::encode_message(id, message, max_frame, out, scratch.arena(), scratch.fault))
        return "fault: " + scratch.fault.message;
    return std::string(out.view());
}

inline std::string json_of(const Data& data) {
    Decoding scratch;
    std::string out;
    codec::write_json(data, scratch.arena(), out);
    return out;
}

inline std::string to_hex(std::string_view bytes) {
    std::string out;
    for (char byte : bytes) {
        out += "0123456789abcdef"[static_cast<uint8_t>(byte) >> 4];
        out += "0123456789abcdef"[static_cast<uint8_t>(byte) & 15];
    }
    return out;
}

}  // namespace exmonty::test
