// tuple: an immutable array of values, inline after the header.
#pragma once

#include "vm/heap/cell.h"

#include <span>

namespace exmonty {

class Heap;

struct Tuple : Cell {
    static constexpr Kind cell_kind = Kind::Tuple;
    static constexpr uint64_t max_size = UINT32_MAX / 2;
    // `count` of the header is the number of items.
    Value items[1];

    uint32_t size() const { return count; }
    std::span<const Value> view() const { return {items, count}; }
    static size_t cell_bytes(size_t count) { return offsetof(Tuple, items) + sizeof(Value) * (count ? count : 1); }
};

// Items are UNBOUND until set. nullptr when refused (never for at most 512 items).
Tuple* new_tuple(Heap& heap, size_t count);
Tuple* new_tuple(Heap& heap, std::span<const Value> items);
extern const Tuple* const empty_tuple;

}  // namespace exmonty
