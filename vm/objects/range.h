// range and slice, and the iterator of a range whose numbers are small.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

// All four are ints of any size.
struct Range : Cell {
    static constexpr Kind cell_kind = Kind::Range;
    Value start;
    Value stop;
    Value step;
    Value length;
};

// next + step never leaves 64 bits: start and stop fit a Value's int; larger ranges iterate through a Record.
struct RangeIterator : Cell {
    static constexpr Kind cell_kind = Kind::RangeIterator;
    int64_t next;
    int64_t step;
    uint64_t left;
};

struct Slice : Cell {
    static constexpr Kind cell_kind = Kind::Slice;
    Value start;
    Value stop;
    Value step;
};

}  // namespace exmonty
