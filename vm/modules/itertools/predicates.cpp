// takewhile, dropwhile and filterfalse: items go by what a predicate says of them.
// https://docs.python.org/3/library/itertools.html#itertools.takewhile
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

// `decided`: TRUE once takewhile has ended, or dropwhile gives all that comes.
namespace field {
enum : uint32_t { source, predicate, decided, count };
}
enum Slot : uint32_t { IteratorSlot, ItemSlot };
enum State : uint32_t { Draws, WaitsForItem, HasItem, WaitsForAnswer, WaitsForTruth };

// Whether the items themselves decide.
bool decides_by_truth(const Record* iterator) {
    const Value predicate = iterator->fields[field::predicate];
    return iterator->type == &filterfalse_class && (predicate == NONE || predicate == Value::cell(&bool_class));
}

// What follows from the predicate's answer: the item, the end, or UNBOUND: the next item is asked.
Value judge(Run& run, Record* iterator, Value item, bool truth) {
    if (iterator->type == &filterfalse_class) return truth ? UNBOUND : item;
    if (iterator->type == &takewhile_class) {
        if (truth) return item;
        iterator->fields[field::decided] = TRUE;
        return ended(run);
    }
    if (truth) return UNBOUND;
    iterator->fields[field::decided] = TRUE;
    return item;
}

Value next_by_predicate(Run& run, Value self) {
    Record* iterator = cast<Record>(self);
    if (iterator->fields[field::decided] == TRUE) {
        if (iterator->type == &takewhile_class) return ended(run);
        return run.next_as_called(iterator->fields[field::source]);
    }
    return run.push_step(StepId::predicate_next, {self});
}

Value new_by_predicate(Run& run, const Class* type, Value* args) {
    Record* iterator = new_record(run.heap, type, field::count);
    iterator->fields[field::predicate] = args[0];
    iterator->fields[field::decided] = FALSE;
    return take_source(run, iterator, args[1]);
}

Value takewhile_new(Run& run, Value* args, uint32_t) { return new_by_predicate(run, &takewhile_class, args); }
Value dropwhile_new(Run& run, Value* args, uint32_t) { return new_by_predicate(run, &dropwhile_class, args); }
Value filterfalse_new(Run& run, Value* args, uint32_t) { return new_by_predicate(run, &filterfalse_class, args); }

constexpr NativeRow takewhile_rows[] = {{"takewhile", "predicate, iterable, /", takewhile_new}};
constexpr NativeRow dropwhile_rows[] = {{"dropwhile", "predicate, iterable, /", dropwhile_new}};
constexpr NativeRow filterfalse_rows[] = {{"filterfalse", "function, iterable, /", filterfalse_new}};
constinit const auto takewhile_constructor = function_table(takewhile_rows);
constinit const auto dropwhile_constructor = function_table(dropwhile_rows);
constinit const auto filterfalse_constructor = function_table(filterfalse_rows);
constexpr TypeOperations takewhile_operations = {.next = next_by_predicate, .construct = construct_by_row<takewhile_constructor>};
constexpr TypeOperations dropwhile_operations = {.next = next_by_predicate, .construct = construct_by_row<dropwhile_constructor>};
constexpr TypeOperations filterfalse_operations = {.next = next_by_predicate, .construct = construct_by_row<filterfalse_constructor>};
constexpr const Class* takewhile_mro[] = {&takewhile_class, &object_class};
constexpr const Class* dropwhile_mro[] = {&dropwhile_class, &object_class};
constexpr const Class* filterfalse_mro[] = {&filterfalse_class, &object_class};

}  // namespace

constinit const Class takewhile_class =
    itertools_class("itertools.takewhile", field::count, takewhile_mro, &takewhile_operations,
                    "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.");
constinit const Class dropwhile_class =
    itertools_class("itertools.dropwhile", field::count, dropwhile_mro, &dropwhile_operations,
                    "Drop items from the iterable while predicate(item) is true.\n\n"
                    "Afterwards, return every element until the iterable is exhausted.");
constinit const Class filterfalse_class =
    itertools_class("itertools.filterfalse", field::count, filterfalse_mro, &filterfalse_operations,
                    "Return those items of iterable for which function(item) is false.\n\n"
                    "If function is None, return the items that are false.");

Value step_predicate_next(Run& run, Frame& frame, Value in) {
    Record* iterator = as<Record>(frame.base[IteratorSlot]);
    if (!iterator || iterator->small != field::count) return bad_iterator(run);
    Value& item = frame.base[ItemSlot];
    for (;;) {
        switch (frame.state) {
            case Draws:
                if (run.budget.collect_wanted) return COLLECT;
                if (run.budget.poll()) return RAISED;
                if (!arrived_or_ended(frame, WaitsForItem, in = run.next(iterator->fields[field::source])) || in == RAISED) return in;
                [[fallthrough]];
            case WaitsForItem:
                if (in == EXHAUSTED) return ended(run);
                item = in;
                frame.state = HasItem;
                [[fallthrough]];
            case HasItem:
                if (decides_by_truth(iterator)) {
                    in = item;
                } else {
                    run.ret_kind = Return::Iterate;
                    if (!arrived(frame, WaitsForAnswer, in = run.call(iterator->fields[field::predicate], {item})))
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
        const Value judged = judge(run, iterator, item, in == TRUE);
        if (judged != UNBOUND) return judged;
        frame.state = Draws;
    }
}

}  // namespace exmonty
