// Making bytes.
#include "vm/heap/heap.h"
#include "vm/objects/bytes.h"

#include <array>
#include <cstring>

namespace exmonty {
namespace {

consteval ByteString static_bytes(size_t size, unsigned char byte) {
    ByteString result{};
    result.kind = Kind::Bytes;
    result.flags = Cell::immortal;
    result.size = size;
    result.bytes[0] = static_cast<char>(byte);
    return result;
}

consteval std::array<ByteString, 256> single_bytes() {
    std::array<ByteString, 256> result{};
    for (size_t i = 0; i < 256; i++) result[i] = static_bytes(1, static_cast<unsigned char>(i));
    return result;
}

// Writable, because the hash is filled in when first asked for; it depends on nothing but the contents.
constinit std::array<ByteString, 256> singles = single_bytes();
constinit ByteString empty = static_bytes(0, 0);

}  // namespace

const ByteString* const empty_bytes = &empty;

ByteString* single_byte(unsigned char byte) { return &singles[byte]; }

ByteString* new_bytes_uninitialised(Heap& heap, size_t size) {
    if (size > ByteString::max_size) return nullptr;
    size_t bytes = ByteString::cell_bytes(size);
    if (size > ByteString::never_refused && !heap.reserve(bytes + Page::size)) return nullptr;
    ByteString* result = heap.allocate<ByteString>(bytes);
    result->hash = 0;
    result->size = size;
    return result;
}

ByteString* new_bytes(Heap& heap, std::string_view contents) {
    if (contents.empty()) return &empty;
    if (contents.size() == 1) return single_byte(static_cast<unsigned char>(contents[0]));
    ByteString* result = new_bytes_uninitialised(heap, contents.size());
    if (result) memcpy(result->bytes, contents.data(), contents.size());
    return result;
}

}  // namespace exmonty
