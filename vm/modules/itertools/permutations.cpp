// https://docs.python.org/3/library/itertools.html#itertools.permutations
#include "vm/modules/itertools/combinatorics.h"

namespace exmonty {
namespace {

using namespace combinatorics;

Value first_row(Run& run, Record* record, const Tuple* pool, uint64_t size) {
    if (size > pool->size()) return exhaust(run, record);
    const uint64_t pool_size = pool->size();
    List* indices = new_indices(run.heap, pool_size, [](uint64_t i) { return i; });
    List* cycles = indices ? new_indices(run.heap, size, [&](uint64_t i) { return pool_size - i; }) : nullptr;
    if (!cycles) return run.refused();
    record->fields[field::cycles] = Value::cell(cycles);
    record->fields[field::size] = Value::integer(static_cast<int64_t>(size));
    return start(run, record, pool, indices, size);
}

// Place `i` has gone through all that may stand there: its item goes behind the others.
void turn(List* indices, uint64_t i) {
    const Value index = indices->items[i];
    for (uint64_t j = i; j + 1 < indices->size; j++) indices->items[j] = indices->items[j + 1];
    indices->items[indices->size - 1] = index;
}

Value permutations_next(Run& run, Value self) {
    Record* record = cast<Record>(self);
    const Tuple* pool = pool_of(record);
    if (!pool) return ended(run);
    const Value given = record->fields[field::size];
    const uint64_t size = given.is_int() ? static_cast<uint64_t>(given.as_int()) : pool->size();
    List* indices = as<List>(record->fields[field::indices]);
    if (!indices) return first_row(run, record, pool, size);
    List* cycles = as<List>(record->fields[field::cycles]);
    const Tuple* last = as<Tuple>(record->fields[field::last]);
    const uint64_t pool_size = pool->size();
    if (!cycles || !last || last->size() != size || cycles->size != size || indices->size != pool_size || size > pool_size)
        return bad_iterator(run);
    Tuple* row = new_tuple(run.heap, std::span<const Value>(last->items, size));
    if (!row) return run.refused();
    for (uint64_t i = size; i-- > 0;) {
        const int64_t cycle = cycles->items[i].as_int() - 1;
        if (cycle <= 0) {
            turn(indices, i);
            cycles->items[i] = Value::integer(static_cast<int64_t>(pool_size - i));
            if (poll_move(run, pool_size)) return RAISED;
            continue;
        }
        if (static_cast<uint64_t>(cycle) > pool_size) return bad_iterator(run);
        cycles->items[i] = Value::integer(cycle);
        std::swap(indices->items[i], indices->items[pool_size - static_cast<uint64_t>(cycle)]);
        for (uint64_t j = i; j < size; j++) {
            const uint64_t index = static_cast<uint64_t>(indices->items[j].as_int());
            if (index >= pool_size) return bad_iterator(run);
            row->items[j] = pool->items[index];
        }
        record->fields[field::last] = Value::cell(row);
        return Value::cell(row);
    }
    return exhaust(run, record);
}

Value permutations_new(Run& run, Value* args, uint32_t) {
    Value size = NONE;
    if (!is_iterable(run, args[0])) return run.iterate(args[0]);
    if (args[1] != UNBOUND && args[1] != NONE) {
        const Value number = int_of(args[1]);
        if (number == UNBOUND) return run.type_error({"Expected int as r"});
        int64_t wanted = 0;
        if (!int_argument(run, number, wanted)) return RAISED;
        if (wanted < 0) return run.value_error({"r must be non-negative"});
        size = Value::integer(wanted);
    }
    return make(run, &permutations_class, args[0], size);
}

constexpr NativeRow constructor_rows[] = {{"permutations", "iterable, r=None", permutations_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.next = permutations_next, .construct = construct_by_row<constructor>};
constexpr const Class* mro[] = {&permutations_class, &object_class};

}  // namespace

constinit const Class permutations_class =
    itertools_class("itertools.permutations", combinatorics::field::count, mro, &operations,
                    "Return successive r-length permutations of elements in the iterable.\n\n"
                    "permutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)");

}  // namespace exmonty
