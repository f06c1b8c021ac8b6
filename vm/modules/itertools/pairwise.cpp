// https://docs.python.org/3/library/itertools.html#itertools.pairwise
#include "vm/modules/itertools/itertools.h"

namespace exmonty {
namespace {

// `before` is UNBOUND until the first item was drawn.
namespace field {
enum : uint32_t { source, before, count };
}

Value pair(Run& run, Record* pairwise, Value item) {
    Tuple* row = new_tuple(run.heap, 2);
    row->items[0] = pairwise->fields[field::before];
    row->items[1] = item;
    pairwise->fields[field::before] = item;
    return Value::cell(row);
}

Value pairwise_next(Run& run, Value self) {
    Record* pairwise = cast<Record>(self);
    const Value source = pairwise->fields[field::source];
    if (source == UNBOUND) return ended(run);
    if (!is_native_iterator(source)) return run.push_step(StepId::pairwise_next, {self});
    for (;;) {
        const Value item = native_next(run, source);
        if (item == EXHAUSTED) return exhaust(run, pairwise);
        if (is_result(item)) return item;
        if (pairwise->fields[field::before] != UNBOUND) return pair(run, pairwise, item);
        pairwise->fields[field::before] = item;
    }
}

Value pairwise_new(Run& run, Value* args, uint32_t) {
    Record* pairwise = new_record(run.heap, &pairwise_class, field::count);
    pairwise->flags |= Record::draws_natively;
    return take_source(run, pairwise, args[0]);
}

constexpr NativeRow constructor_rows[] = {{"pairwise", "iterable, /", pairwise_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.next = pairwise_next, .construct = construct_by_row<constructor>};
constexpr const Class* mro[] = {&pairwise_class, &object_class};
constexpr const char* doc =
    "Return an iterator of overlapping pairs taken from the input iterator.\n\n"
    "    s -> (s0,s1), (s1,s2), (s2, s3), ...";

}  // namespace

constinit const Class pairwise_class = itertools_class("itertools.pairwise", field::count, mro, &operations, doc);

// Slots: the pairwise. States: 0 draws, 1 an item comes.
Value step_pairwise_next(Run& run, Frame& frame, Value in) {
    Record* pairwise = as_record(frame.base[0], &pairwise_class);
    if (!pairwise) return bad_iterator(run);
    for (;;) {
        if (frame.state == 0) {
            if (run.budget.poll()) return RAISED;
            if (!arrived_or_ended(frame, 1, in = run.next(pairwise->fields[field::source])) || in == RAISED) return in;
        }
        if (in == EXHAUSTED) return exhaust(run, pairwise);
        if (pairwise->fields[field::before] != UNBOUND) return pair(run, pairwise, in);
        pairwise->fields[field::before] = in;
        frame.state = 0;
    }
}

}  // namespace exmonty
