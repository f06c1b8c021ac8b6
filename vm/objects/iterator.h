// The iterators that loops meet most, each a kind of its own. All others are Records (record.h).
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

struct Class;
struct Run;
struct Str;

// Of a list (kind ListIterator) or a tuple (kind TupleIterator); `sequence` is UNBOUND when exhausted.
// Bit 1 of flags: backwards; position is then one more than the index of the next item.
struct ListIterator : Cell {
    static constexpr Kind cell_kind = Kind::ListIterator;
    static constexpr uint8_t reversed = 1;
    Value sequence;
    uint32_t position;
};

// By bytes; `text` is nullptr when exhausted.
struct StrIterator : Cell {
    static constexpr Kind cell_kind = Kind::StrIterator;
    Str* text;
    uint32_t offset;
    // Whether the text was all ASCII decides the iterator's type, also when it is exhausted.
    static constexpr uint8_t ascii = 1;
    bool ascii_only() const { return (flags & ascii) != 0; }
};

// Records. set_iterator: set (UNBOUND when exhausted), position, expected size; longrange_iterator: next number, step,
// how many are left.
extern const Class set_iterator_class;
extern const Class long_range_iterator_class;

// A native iterator draws its items from exact builtin containers, so `next` never needs Python code. These loops are
// the fast paths of whatever takes an iterable; everything else goes through Run::iterate and Run::next in a step.

// The native iterator of an exact builtin container, or `iterable` itself if it is one; UNBOUND: it is neither.
Value native_iterator(Run& run, Value iterable);
bool is_native_iterator(Value iterator);
// An item; EXHAUSTED; or RAISED: the container changed its size. Never COLLECT: who draws has drawn others before.
Value native_next(Run& run, Value iterator);

}  // namespace exmonty
