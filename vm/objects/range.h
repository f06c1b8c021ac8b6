// range and slice, and the iterator of a range whose numbers are small.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

class Heap;
struct Run;
struct Str;

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

Value new_range_iterator(Heap& heap, int64_t start, int64_t step, uint64_t count);
Value new_long_range_iterator(Heap& heap, Value start, Value step, Value count);

// Setting or deleting `start`, `stop` or `step` of a range or slice: an AttributeError. UNBOUND: it is none of them.
Value refuse_part(Run& run, const Str* name);

// What the slice means for a sequence of `length` items (an exact int of any size), as slice.indices gives it. Its
// parts are exact ints or None. UNBOUND: done; else what the native returns.
Value slice_indices(Run& run, const Slice* slice, Value length, Value& start, Value& stop, Value& step);

}  // namespace exmonty
