// iter, next, len, all, any, sorted.
// https://docs.python.org/3/library/functions.html
#include "vm/builtins/builtins.h"
#include "vm/builtins/drawing.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/function.h"
#include "vm/objects/generator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/sort.h"

namespace exmonty {
namespace {

// https://docs.python.org/3/library/functions.html#all
Value all(Run& run, Value* args, uint32_t) { return run.push_step(StepId::all_or_any, {args[0], FALSE}); }

// https://docs.python.org/3/library/functions.html#any
Value any(Run& run, Value* args, uint32_t) { return run.push_step(StepId::all_or_any, {args[0], TRUE}); }

// https://docs.python.org/3/library/functions.html#iter
Value iter(Run& run, Value* args, uint32_t) {
    if (args[1] == UNBOUND) return run.iterate(args[0]);
    if (!is_callable(run, args[0])) return run.type_error({"iter(v, w): v must be callable"});
    Record* iterator = new_record(run.heap, &callable_iterator_class, callable_field::count);
    iterator->fields[callable_field::callable] = args[0];
    iterator->fields[callable_field::sentinel] = args[1];
    return Value::cell(iterator);
}

// https://docs.python.org/3/library/functions.html#len
Value len(Run& run, Value* args, uint32_t) { return run.length(args[0]); }

// https://docs.python.org/3/library/functions.html#next
Value next(Run& run, Value* args, uint32_t) {
    if (args[1] == UNBOUND) {
        const Value item = run.next_as_called(args[0]);
        return item == EXHAUSTED ? run.raise_exhausted() : item;
    }
    if (!is_native_iterator(args[0])) return run.push_step(StepId::next_default, {args[0], args[1]});
    const Value item = native_next(run, args[0]);
    return item == EXHAUSTED ? args[1] : item;
}

// https://docs.python.org/3/library/functions.html#sorted
Value sorted(Run& run, Value* args, uint32_t) { return run.push_step(StepId::sorted, {args[0], args[1], args[2]}); }

constexpr NativeRow rows[] = {
    {"all", "iterable, /", all},
    {"any", "iterable, /", any},
    {"iter", "object, sentinel=None, /", iter},
    {"len", "obj, /", len},
    {"next", "iterator, default=None, /", next},
    {"sorted", "iterable, /, *, key=None, reverse=False", sorted},
};
constinit const auto functions = function_table(rows);
constexpr auto names = names_of(rows);

// Whether the item's truth is the one that ends the search, as far as no Python code is needed to tell.
bool passes(Run& run, Value item, Value wanted) {
    return is_builtin_instance(item) && run.truth(item) == boolean(wanted == FALSE);
}

}  // namespace

BuiltinFunctions iteration_functions() { return {functions, names.data()}; }

// Slots: the iterable, then its iterator; the truth that ends the search.
Value step_all_or_any(Run& run, Frame& frame, Value in) {
    constexpr uint32_t waits_for_truth = draw_state::count;
    const Value wanted = frame.base[1];
    for (;;) {
        if (frame.state != waits_for_truth) {
            Value drawn = feed_first(run, frame, in, [&](Value item) { return passes(run, item, wanted); });
            if (drawn == UNBOUND) drawn = draw(run, frame, in);
            if (is_result(drawn)) return drawn;
            if (in == EXHAUSTED) return boolean(wanted == FALSE);
            if (!arrived(frame, waits_for_truth, in = run.truth(in))) return in;
        }
        if (in == wanted) return wanted;
        frame.state = draw_state::Draws;
    }
}

// Slots: the iterator, the default.
Value step_next_default(Run& run, Frame& frame, Value in) {
    if (frame.state == 0 && (!arrived_or_ended(frame, 1, in = run.next(frame.base[0])) || in == RAISED)) return in;
    return in == EXHAUSTED ? frame.base[1] : in;
}

// Slots: the iterable, then the list; key; reverse. States: 0 start, 1 the list comes, 2 it is there, 3 it is sorted.
Value step_sorted(Run& run, Frame& frame, Value in) {
    if (frame.state == 0 && !arrived(frame, 1, in = run.to_list(frame.base[0]))) return in;
    if (frame.state == 1) {
        frame.base[0] = in;
        frame.state = 2;
    }
    if (frame.state == 2) {
        List* list = as<List>(frame.base[0]);
        if (!list) return run.raise(ExceptionType::SystemError, {"bad list"});
        if (!arrived(frame, 3, in = sort_list(run, list, frame.base[1], frame.base[2]))) return in;
    }
    return frame.base[0];
}

}  // namespace exmonty
