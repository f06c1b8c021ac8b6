// https://docs.python.org/3/library/itertools.html#itertools.compress
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

// Data and selectors, as a tuple.
namespace field {
enum : uint32_t { sources, count };
}
enum State : uint32_t { DrawsItem, WaitsForItem, DrawsSelector, WaitsForSelector, WaitsForTruth };

Value push_compress(Run& run, Value self, Value item, State state) {
    const Value pushed = run.push_step(StepId::compress_next, {self, item});
    if (pushed == PUSHED) run.frame->state = state;
    return pushed;
}

Value compress_next(Run& run, Value self) {
    const Tuple* sources = as<Tuple>(cast<Record>(self)->fields[field::sources]);
    if (!sources || sources->size() != 2) return ended(run);
    if (!is_native_iterator(sources->items[0]) || !is_native_iterator(sources->items[1])) return push_compress(run, self, UNBOUND, DrawsItem);
    Pacer pacer(run.budget);
    for (;;) {
        const Value item = native_next(run, sources->items[0]);
        if (is_result(item)) return item;
        const Value selector = native_next(run, sources->items[1]);
        if (is_result(selector)) return selector;
        if (!is_builtin_instance(selector)) {
            const Value pushed = push_compress(run, self, item, WaitsForSelector);
            // The step gets the selector as its input by the slot.
            if (pushed == PUSHED) run.frame->base[2] = selector;
            return pushed;
        }
        const Value truth = run.truth(selector);
        if (truth == TRUE) return item;
        if (is_result(truth)) return truth;
        if (pacer.tick()) return RAISED;
        if (run.budget.collect_wanted) return push_compress(run, self, UNBOUND, DrawsItem);
    }
}

Value compress_new(Run& run, Value* args, uint32_t) {
    Record* compress = new_record(run.heap, &compress_class, field::count);
    return take_sources(run, compress, new_tuple(run.heap, std::span<const Value>(args, 2)));
}

constexpr NativeRow constructor_rows[] = {{"compress", "data, selectors", compress_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.next = compress_next, .construct = construct_by_row<constructor>};
constexpr const Class* mro[] = {&compress_class, &object_class};
constexpr const char* doc =
    "Return data elements corresponding to true selector elements.\n\n"
    "Forms a shorter iterator from selected data elements using the selectors to\n"
    "choose the data elements.";

}  // namespace

constinit const Class compress_class = itertools_class("itertools.compress", field::count, mro, &operations, doc, nullptr, 0, Class::row_of_sources);

// Slots: the compress, an item, its selector.
Value step_compress_next(Run& run, Frame& frame, Value in) {
    const Record* compress = as_record(frame.base[0], &compress_class);
    const Tuple* sources = compress ? as<Tuple>(compress->fields[field::sources]) : nullptr;
    if (!sources || sources->size() != 2) return bad_iterator(run);
    Value& item = frame.base[1];
    Value& selector = frame.base[2];
    for (;;) {
        switch (frame.state) {
            case DrawsItem:
                if (run.budget.collect_wanted) return COLLECT;
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(sources->items[0])) || in == RAISED) return in;
                [[fallthrough]];
            case WaitsForItem:
                if (in == EXHAUSTED) return ended(run);
                item = in;
                frame.state = DrawsSelector;
                [[fallthrough]];
            case DrawsSelector:
                selector = UNBOUND;
                if (!arrived_or_ended(frame, WaitsForSelector, in = run.next(sources->items[1])) || in == RAISED) return in;
                [[fallthrough]];
            case WaitsForSelector:
                if (selector == UNBOUND) {
                    if (in == EXHAUSTED) return ended(run);
                    selector = in;
                }
                if (!arrived(frame, WaitsForTruth, in = run.truth(selector))) return in;
                [[fallthrough]];
            default:
                if (in == TRUE) return item;
                frame.state = DrawsItem;
        }
    }
}

}  // namespace exmonty
