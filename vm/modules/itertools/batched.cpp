// https://docs.python.org/3/library/itertools.html#itertools.batched
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

namespace field {
enum : uint32_t { source, size, strict, count };
}
enum State : uint32_t { Draws, WaitsForItem, HasItem };
// So many items are drawn natively.
constexpr int64_t most_native = 64;

// The end came after `count` items.
Value finish(Run& run, Record* batched, const Value* items, uint32_t count) {
    exhaust(run, batched);
    if (count == 0) return EXHAUSTED;
    if (batched->fields[field::strict] == TRUE) return run.value_error({"batched(): incomplete batch"});
    return made(run, new_tuple(run.heap, std::span<const Value>(items, count)));
}

Value batched_next(Run& run, Value self) {
    Record* batched = cast<Record>(self);
    const Value source = batched->fields[field::source];
    if (source == UNBOUND) return ended(run);
    const int64_t size = batched->fields[field::size].as_int();
    if (!is_native_iterator(source) || size < 1 || size > most_native) return run.push_step(StepId::batched_next, {self});
    Tuple* batch = new_tuple(run.heap, static_cast<size_t>(size));
    for (uint32_t i = 0; i < size; i++) {
        const Value item = native_next(run, source);
        if (item == EXHAUSTED) return finish(run, batched, batch->items, i);
        if (is_result(item)) return item;
        batch->items[i] = item;
    }
    return Value::cell(batch);
}

Value batched_new(Run& run, Value* args, uint32_t count);
constexpr NativeRow constructor_rows[] = {{"batched", "iterable, n, *, strict=False", batched_new}};
constinit const auto constructor = function_table(constructor_rows);

Value batched_new(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &constructor[0], args, count, 0b10);
    const Value number = run.index(args[1]);
    if (is_result(number)) return number;
    int64_t size = 0;
    if (!int_argument(run, number, size)) return RAISED;
    if (size < 1) return run.value_error({"n must be at least one"});
    const Value strict = args[2] == UNBOUND ? FALSE : run.truth(args[2]);
    if (is_result(strict)) return strict;
    Record* batched = new_record(run.heap, &batched_class, field::count);
    batched->fields[field::size] = Value::integer(size);
    batched->fields[field::strict] = strict;
    if (size <= most_native) batched->flags |= Record::draws_natively;
    return take_source(run, batched, args[0]);
}

constexpr TypeOperations operations = {.next = batched_next, .construct = construct_by_row<constructor>, .constructor = &constructor[0]};
constexpr const Class* mro[] = {&batched_class, &object_class};
constexpr const char* doc =
    "Batch data into tuples of length n. The last batch may be shorter than n.\n\n"
    "Loops over the input iterable and accumulates data into tuples\n"
    "up to size n.  The input is consumed lazily, just enough to\n"
    "fill a batch.  The result is yielded as soon as a batch is full\n"
    "or when the input iterable is exhausted.\n\n"
    "    >>> for batch in batched('ABCDEFG', 3):\n"
    "    ...     print(batch)\n"
    "    ...\n"
    "    ('A', 'B', 'C')\n"
    "    ('D', 'E', 'F')\n"
    "    ('G',)\n\n"
    "If \"strict\" is True, raises a ValueError if the final batch is shorter\n"
    "than n.";

}  // namespace

constinit const Class batched_class = itertools_class("itertools.batched", field::count, mro, &operations, doc);

// Slots: the batched, a list of items, an item.
Value step_batched_next(Run& run, Frame& frame, Value in) {
    Record* batched = as_record(frame.base[0], &batched_class);
    if (!batched) return bad_iterator(run);
    Value& item = frame.base[2];
    if (frame.base[1] == UNBOUND) frame.base[1] = Value::cell(new_list(run.heap));
    List* batch = as<List>(frame.base[1]);
    if (!batch) return bad_iterator(run);
    for (;;) {
        if (frame.state == Draws) {
            if (run.budget.collect_wanted) return COLLECT;
            if (run.budget.poll()) return RAISED;
            if (!arrived_or_ended(frame, WaitsForItem, in = run.next(batched->fields[field::source])) || in == RAISED) return in;
        }
        if (frame.state == WaitsForItem) {
            if (in == EXHAUSTED) return finish(run, batched, batch->items, batch->size);
            item = in;
            frame.state = HasItem;
        }
        if (!append(run.heap, batch, item)) return run.refused();
        frame.state = Draws;
        if (batch->size >= batched->fields[field::size].as_int())
            return made(run, new_tuple(run.heap, std::span<const Value>(batch->items, batch->size)));
    }
}

}  // namespace exmonty
