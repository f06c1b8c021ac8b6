// What combinations and permutations have in common: one pool, and rows of it by indices.
#pragma once

#include "vm/modules/itertools/itertools.h"
#include "vm/objects/sequence.h"

namespace exmonty::combinatorics {

// `pools` is a tuple of one pool, UNBOUND at the end; `size` that of a row, None where it is the pool's; `indices` is UNBOUND
// before the first row.
namespace field {
enum : uint32_t { pools, size, indices, last, cycles, count };
}
// Rows of at most so many items are made natively.
constexpr uint64_t most_native = 64;

// nullptr: the end.
inline const Tuple* pool_of(const Record* record) {
    const Tuple* pools = as<Tuple>(record->fields[field::pools]);
    return pools && pools->size() == 1 ? as<Tuple>(pools->items[0]) : nullptr;
}

inline Value make(Run& run, const Class* type, Value iterable, Value size) {
    Record* record = new_record(run.heap, type, field::count);
    record->fields[field::size] = size;
    return take_pools(run, record, new_tuple(run.heap, std::span<const Value>(&iterable, 1)));
}

// The first row: the items at the first `size` indices. `indices` may be nullptr: refused. It is the only one that can be,
// so the iterator is native from here on.
inline Value start(Run& run, Record* record, const Tuple* pool, List* indices, uint64_t size) {
    Tuple* row = indices ? new_tuple(run.heap, size) : nullptr;
    if (!row) return run.refused();
    for (uint64_t i = 0; i < size; i++) row->items[i] = pool->items[indices->items[i].as_int()];
    record->fields[field::indices] = Value::cell(indices);
    record->fields[field::last] = Value::cell(row);
    if (record->fields[field::size].is_int() && size <= most_native) record->flags |= Record::native_iterator | Record::makes_items;
    return poll_move(run, size) ? RAISED : Value::cell(row);
}

}  // namespace exmonty::combinatorics
