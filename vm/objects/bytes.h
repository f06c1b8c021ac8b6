// bytes: an immutable array of bytes, inline after the header.
#pragma once

#include "vm/heap/cell.h"

#include <string_view>

namespace exmonty {

class Heap;

struct ByteString : Cell {
    static constexpr Kind cell_kind = Kind::Bytes;
    mutable uint64_t hash;
    uint64_t size;
    char bytes[8];

    std::string_view view() const { return {bytes, size}; }
    static size_t cell_bytes(size_t size) { return offsetof(ByteString, bytes) + (size < 8 ? 8 : size); }
};

// nullptr when refused (never for at most 4 KiB).
ByteString* new_bytes(Heap& heap, std::string_view contents);
ByteString* new_bytes_uninitialised(Heap& heap, size_t size);

}  // namespace exmonty
