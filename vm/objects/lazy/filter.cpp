// https://docs.python.org/3/library/functions.html#filter
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/pacer.h"

namespace exmonty {
namespace {

enum Slot : uint32_t { FilterSlot, ItemSlot };
enum State : uint32_t { Draws, WaitsForItem, HasItem, WaitsForAnswer, HasAnswer, WaitsForTruth };

// Whether the items themselves decide.
bool decides_by_truth(const Record* filter) {
    const Value function = filter->fields[filter_field::function];
    return function == NONE || function == Value::cell(&bool_class);
}

Value push_filter(Run& run, Value self, Value item, State state) {
    const Value pushed = run.push_step(StepId::filter_next, {self, item});
    if (pushed == PUSHED) run.frame->state = state;
    return pushed;
}

Value filter_next(Run& run, Value self) {
    const Record* filter = cast<Record>(self);
    const Value source = filter->fields[filter_field::source];
    if (!decides_by_truth(filter) || !is_native_iterator(source)) return push_filter(run, self, UNBOUND, Draws);
    Pacer pacer(run.budget);
    for (;;) {
        const Value item = native_next(run, source);
        if (is_result(item)) return item;
        if (!is_builtin_instance(item)) return push_filter(run, self, item, HasItem);
        const Value truth = run.truth(item);
        if (truth == TRUE) return item;
        if (is_result(truth)) return truth;
        if (pacer.tick()) return RAISED;
    }
}

Value filter_new(Run& run, Value* args, uint32_t) {
    Record* filter = new_record(run.heap, &filter_class, filter_field::count);
    filter->fields[filter_field::function] = args[0];
    return take_sources(run, filter, new_tuple(run.heap, std::span<const Value>(args + 1, 1)));
}

constexpr NativeRow constructor_rows[] = {{"filter", "function, iterable, /", filter_new}};
constinit const auto constructor = function_table(constructor_rows);

Value filter_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

constexpr TypeOperations filter_operations = {.next = filter_next, .construct = filter_construct};
constexpr const Class* filter_mro[] = {&filter_class, &object_class};
constexpr const char* filter_doc =
    "Return an iterator yielding those items of iterable for which function(item)\n"
    "is true. If function is None, return the items that are true.";

}  // namespace

constinit const Class filter_class = builtin_class("filter", "builtins", &object_class, filter_mro, 2, Kind::Record, 0, nullptr, 0,
                                                   &filter_operations, filter_doc);

Value step_filter_next(Run& run, Frame& frame, Value in) {
    const Record* filter = as_record(frame.base[FilterSlot], &filter_class);
    if (!filter) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    Value& item = frame.base[ItemSlot];
    for (;;) {
        switch (frame.state) {
            case Draws:
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(filter->fields[filter_field::source])) || in == RAISED)
                    return in;
                [[fallthrough]];
            case WaitsForItem:
                if (in == EXHAUSTED) return ended(run);
                item = in;
                frame.state = HasItem;
                [[fallthrough]];
            case HasItem:
                if (decides_by_truth(filter)) {
                    in = item;
                } else {
                    run.ret_kind = Return::Iterate;
                    if (!arrived(frame, WaitsForAnswer, in = run.call(filter->fields[filter_field::function], {item})))
                        return end_of_stop_iteration(run, in);
                    run.ret_kind = Return::Store;
                }
                [[fallthrough]];
            case WaitsForAnswer:
                if (in == EXHAUSTED) return ended(run);
                if (!arrived(frame, WaitsForTruth, in = run.truth(in))) return in;
                [[fallthrough]];
            default: break;
        }
        if (in == TRUE) return item;
        frame.state = Draws;
    }
}

}  // namespace exmonty
