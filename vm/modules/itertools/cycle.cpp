// https://docs.python.org/3/library/itertools.html#itertools.cycle
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

// The source is UNBOUND once it has ended; then `saved` is gone through again and again.
namespace field {
enum : uint32_t { source, saved, index, count };
}
enum State : uint32_t { Draws, WaitsForItem, HasItem };

Value next_saved(Run& run, Record* cycle) {
    const List* saved = as<List>(cycle->fields[field::saved]);
    if (!saved || saved->size == 0) return ended(run);
    const uint64_t index = static_cast<uint64_t>(cycle->fields[field::index].as_int()) % saved->size;
    cycle->fields[field::index] = Value::integer(static_cast<int64_t>(index + 1));
    return saved->items[index];
}

Value cycle_next(Run& run, Value self) {
    Record* cycle = cast<Record>(self);
    const Value source = cycle->fields[field::source];
    if (source == UNBOUND) return next_saved(run, cycle);
    List* saved = as<List>(cycle->fields[field::saved]);
    if (!is_native_iterator(source) || !saved) return run.push_step(StepId::cycle_next, {self});
    const Value item = native_next(run, source);
    if (item == EXHAUSTED) {
        cycle->fields[field::source] = UNBOUND;
        return next_saved(run, cycle);
    }
    if (is_result(item) || append(run.heap, saved, item)) return item;
    const Value pushed = run.push_step(StepId::cycle_next, {self, item});
    if (pushed == PUSHED) run.frame->state = HasItem;
    return pushed;
}

Value cycle_new(Run& run, Value* args, uint32_t) {
    Record* cycle = new_record(run.heap, &cycle_class, field::count);
    cycle->fields[field::saved] = Value::cell(new_list(run.heap));
    cycle->fields[field::index] = Value::integer(0);
    return take_source(run, cycle, args[0]);
}

constexpr NativeRow constructor_rows[] = {{"cycle", "iterable, /", cycle_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.next = cycle_next, .construct = construct_by_row<constructor>};
constexpr const Class* mro[] = {&cycle_class, &object_class};

}  // namespace

constinit const Class cycle_class =
    itertools_class("itertools.cycle", field::count, mro, &operations,
                    "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.");

// Slots: the cycle, an item that is to be saved.
Value step_cycle_next(Run& run, Frame& frame, Value in) {
    Record* cycle = as_record(frame.base[0], &cycle_class);
    List* saved = cycle ? as<List>(cycle->fields[field::saved]) : nullptr;
    if (!saved) return bad_iterator(run);
    if (frame.state == Draws) {
        if (run.budget.poll()) return RAISED;
        if (!arrived_or_ended(frame, WaitsForItem, in = run.next(cycle->fields[field::source])) || in == RAISED) return in;
    }
    if (frame.state == WaitsForItem) {
        if (in == EXHAUSTED) {
            cycle->fields[field::source] = UNBOUND;
            return next_saved(run, cycle);
        }
        frame.base[1] = in;
        frame.state = HasItem;
    }
    return append(run.heap, saved, frame.base[1]) ? frame.base[1] : run.refused();
}

}  // namespace exmonty
