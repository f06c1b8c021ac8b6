// The iterators that loops meet most, each a kind of its own. All others are Records (record.h).
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

struct Str;

// Of a list (kind ListIterator) or a tuple (kind TupleIterator); `sequence` is UNBOUND when exhausted.
// Bit 1 of flags: backwards, from position down to 0.
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

}  // namespace exmonty
