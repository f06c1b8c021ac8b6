// bytes: an immutable array of bytes, inline after the header.
#pragma once

#include "vm/objects/class.h"

#include <string_view>

namespace exmonty {

class Heap;

struct ByteString : Cell {
    static constexpr Kind cell_kind = Kind::Bytes;
    // Unkeyed, 0 when not computed; a dict mixes the run's key in.
    mutable uint64_t hash;
    uint64_t size;
    char bytes[8];

    static constexpr uint64_t max_size = INT64_MAX / 2;
    // No budget refuses so few.
    static constexpr uint64_t never_refused = 4096;

    std::string_view view() const { return {bytes, size}; }
    static size_t cell_bytes(size_t size) { return offsetof(ByteString, bytes) + (size < 8 ? 8 : size); }
};

// nullptr when refused (never for at most 4 KiB).
ByteString* new_bytes(Heap& heap, std::string_view contents);
ByteString* new_bytes_uninitialised(Heap& heap, size_t size);
extern const ByteString* const empty_bytes;
// The static bytes of one byte.
ByteString* single_byte(unsigned char byte);

// The exact bytes of a bytes or of an instance of a subclass of it; nullptr: it is none.
inline ByteString* bytes_of(Value value) {
    if (ByteString* bytes = as<ByteString>(value)) [[likely]] return bytes;
    return as<ByteString>(payload(value));
}

}  // namespace exmonty
