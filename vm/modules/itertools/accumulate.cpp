// https://docs.python.org/3/library/itertools.html#itertools.accumulate
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

// `total` is UNBOUND before the first item; `initial` is UNBOUND where there is none or it was given.
namespace field {
enum : uint32_t { source, function, total, initial, count };
}
enum State : uint32_t { Draws, WaitsForItem, HasItem, WaitsForTotal };

Value give(Record* accumulate, Value total) { return accumulate->fields[field::total] = total; }

Value push_accumulate(Run& run, Value self, Value item) {
    const Value pushed = run.push_step(StepId::accumulate_next, {self, item});
    if (pushed == PUSHED && item != UNBOUND) run.frame->state = HasItem;
    return pushed;
}

Value accumulate_next(Run& run, Value self) {
    Record* accumulate = cast<Record>(self);
    if (accumulate->fields[field::initial] != UNBOUND) {
        const Value total = give(accumulate, accumulate->fields[field::initial]);
        accumulate->fields[field::initial] = UNBOUND;
        return total;
    }
    const Value source = accumulate->fields[field::source];
    if (!is_native_iterator(source)) return push_accumulate(run, self, UNBOUND);
    const Value item = native_next(run, source);
    if (is_result(item)) return item;
    const Value total = accumulate->fields[field::total];
    if (total == UNBOUND) return give(accumulate, item);
    if (accumulate->fields[field::function] != NONE) return push_accumulate(run, self, item);
    if (both_int(total, item)) {
        const int64_t sum = total.as_int() + item.as_int();
        if (Value::fits_int(sum)) [[likely]] return give(accumulate, Value::integer(sum));
    }
    if (both_inline_float(total, item)) return give(accumulate, run.floating(total.as_inline_float() + item.as_inline_float()));
    return push_accumulate(run, self, item);
}

Value accumulate_new(Run& run, Value* args, uint32_t) {
    Record* accumulate = new_record(run.heap, &accumulate_class, field::count);
    accumulate->fields[field::function] = args[1] == UNBOUND ? NONE : args[1];
    accumulate->fields[field::initial] = args[2] == NONE ? UNBOUND : args[2];
    return take_source(run, accumulate, args[0]);
}

constexpr NativeRow constructor_rows[] = {{"accumulate", "iterable, func=None, *, initial=None", accumulate_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.next = accumulate_next, .construct = construct_by_row<constructor>};
constexpr const Class* mro[] = {&accumulate_class, &object_class};

}  // namespace

constinit const Class accumulate_class =
    itertools_class("itertools.accumulate", field::count, mro, &operations, "Return series of accumulated sums (or other binary function results).");

// Slots: the accumulate, an item.
Value step_accumulate_next(Run& run, Frame& frame, Value in) {
    Record* accumulate = as_record(frame.base[0], &accumulate_class);
    if (!accumulate) return bad_iterator(run);
    Value& item = frame.base[1];
    switch (frame.state) {
        case Draws:
            if (run.budget.poll()) return RAISED;
            if (!arrived_or_ended(frame, WaitsForItem, in = run.next(accumulate->fields[field::source])) || in == RAISED) return in;
            [[fallthrough]];
        case WaitsForItem:
            if (in == EXHAUSTED) return ended(run);
            item = in;
            frame.state = HasItem;
            [[fallthrough]];
        case HasItem: {
            const Value total = accumulate->fields[field::total];
            if (total == UNBOUND) return give(accumulate, item);
            const Value function = accumulate->fields[field::function];
            run.ret_kind = Return::Iterate;
            in = function == NONE ? run.binary(Operator::Add, total, item) : run.call(function, {total, item});
            if (!arrived(frame, WaitsForTotal, in)) return end_of_stop_iteration(run, in);
            run.ret_kind = Return::Store;
            [[fallthrough]];
        }
        default: return in == EXHAUSTED ? ended(run) : give(accumulate, in);
    }
}

}  // namespace exmonty
