// combinations and combinations_with_replacement.
// https://docs.python.org/3/library/itertools.html#itertools.combinations
#include "vm/modules/itertools/combinatorics.h"

namespace exmonty {
namespace {

using namespace combinatorics;

bool with_replacement(const Record* record) { return record->type == &combinations_with_replacement_class; }

Value first_row(Run& run, Record* record, const Tuple* pool, uint64_t size) {
    const bool repeats = with_replacement(record);
    if (repeats ? pool->size() == 0 && size > 0 : size > pool->size()) return exhaust(run, record);
    List* indices = new_indices(run.heap, size, [&](uint64_t i) { return repeats ? 0 : i; });
    return start(run, record, pool, indices, size);
}

// The largest index that place `i` of the row can have.
uint64_t most(const Record* record, uint64_t pool_size, uint64_t size, uint64_t i) {
    return with_replacement(record) ? pool_size - 1 : i + pool_size - size;
}

Value combinations_next(Run& run, Value self) {
    Record* record = cast<Record>(self);
    const Tuple* pool = pool_of(record);
    if (!pool) return ended(run);
    const uint64_t size = static_cast<uint64_t>(record->fields[field::size].as_int());
    const List* indices = as<List>(record->fields[field::indices]);
    if (!indices) return first_row(run, record, pool, size);
    const Tuple* last = as<Tuple>(record->fields[field::last]);
    if (!last || last->size() != size || indices->size != size) return bad_iterator(run);
    uint64_t place = size;
    while (place > 0 && static_cast<uint64_t>(indices->items[place - 1].as_int()) >= most(record, pool->size(), size, place - 1)) place--;
    if (place == 0) return exhaust(run, record);
    Tuple* row = new_tuple(run.heap, std::span<const Value>(last->items, size));
    if (!row) return run.refused();
    uint64_t index = static_cast<uint64_t>(indices->items[place - 1].as_int()) + 1;
    for (uint64_t i = place - 1; i < size; i++) {
        if (index >= pool->size()) return bad_iterator(run);
        indices->items[i] = Value::integer(static_cast<int64_t>(index));
        row->items[i] = pool->items[index];
        if (!with_replacement(record)) index++;
    }
    record->fields[field::last] = Value::cell(row);
    return poll_move(run, size) ? RAISED : Value::cell(row);
}

Value new_of(Run& run, const Class* type, const NativeFunction* row, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, row, args, count, 0b10);
    const Value number = run.index(args[1]);
    if (is_result(number)) return number;
    int64_t size = 0;
    if (!int_argument(run, number, size)) return RAISED;
    if (!is_iterable(run, args[0])) return run.iterate(args[0]);
    if (size < 0) return run.value_error({"r must be non-negative"});
    return make(run, type, args[0], Value::integer(size));
}

Value combinations_new(Run& run, Value* args, uint32_t count);
Value with_replacement_new(Run& run, Value* args, uint32_t count);
constexpr NativeRow combinations_rows[] = {{"combinations", "iterable, r", combinations_new}};
constinit const auto combinations_constructor = function_table(combinations_rows);
constexpr NativeRow with_replacement_rows[] = {{"combinations_with_replacement", "iterable, r", with_replacement_new}};
constinit const auto with_replacement_constructor = function_table(with_replacement_rows);

Value combinations_new(Run& run, Value* args, uint32_t count) {
    return new_of(run, &combinations_class, &combinations_constructor[0], args, count);
}
Value with_replacement_new(Run& run, Value* args, uint32_t count) {
    return new_of(run, &combinations_with_replacement_class, &with_replacement_constructor[0], args, count);
}

constexpr TypeOperations combinations_operations = {.next = combinations_next, .construct = construct_by_row<combinations_constructor>,
                                                    .constructor = &combinations_constructor[0]};
constexpr TypeOperations with_replacement_operations = {.next = combinations_next,
                                                        .construct = construct_by_row<with_replacement_constructor>,
                                                        .constructor = &with_replacement_constructor[0]};
constexpr const Class* combinations_mro[] = {&combinations_class, &object_class};
constexpr const Class* with_replacement_mro[] = {&combinations_with_replacement_class, &object_class};

}  // namespace

constinit const Class combinations_class =
    itertools_class("itertools.combinations", combinatorics::field::count, combinations_mro, &combinations_operations,
                    "Return successive r-length combinations of elements in the iterable.\n\n"
                    "combinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)");
constinit const Class combinations_with_replacement_class =
    itertools_class("itertools.combinations_with_replacement", combinatorics::field::count, with_replacement_mro, &with_replacement_operations,
                    "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive "
                    "repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')");

}  // namespace exmonty
