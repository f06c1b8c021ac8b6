// Record: an instance of a builtin type that is nothing but a few values: property, map, filter, zip, enumerate,
// partial, itertools and the like. Trace and snapshot need no more than the count, so a new type is a table row.
#pragma once

#include "vm/heap/cell.h"

namespace exmonty {

class Heap;
struct Class;

struct Record : Cell {
    static constexpr Kind cell_kind = Kind::Record;
    const Class* type;
    // `small` of the header is the number of fields.
    // In `flags`, of iterators: `next` never needs Python code; or it needs none where field 0, its source, is a native
    // iterator over a container (vm/objects/iterator.h). Snapshots do not have these: without, `next` is only slower.
    static constexpr uint8_t native_iterator = 1;
    static constexpr uint8_t draws_natively = 2;
    // With native_iterator: each item is made anew, so that passing over many leaves garbage.
    static constexpr uint8_t makes_items = 4;
    Value fields[1];

    static size_t cell_bytes(size_t count) { return offsetof(Record, fields) + sizeof(Value) * (count ? count : 1); }
};

// Fields are UNBOUND. At most 500.
Record* new_record(Heap& heap, const Class* type, uint32_t count);

// The record of exactly this type, else nullptr.
inline Record* as_record(Value value, const Class* type) {
    Record* record = as<Record>(value);
    return record && record->type == type ? record : nullptr;
}

}  // namespace exmonty
