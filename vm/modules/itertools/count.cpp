// https://docs.python.org/3/library/itertools.html#itertools.count
#include "vm/modules/itertools/itertools.h"
#include "vm/objects/repr_pieces.h"

namespace exmonty {
namespace {

namespace field {
enum : uint32_t { next, step, count };
}

// What CPython takes for a number: it can be made an int or a float.
bool is_number(Run& run, Value value) {
    const Value held = payload(value);
    const Class* type = class_of(held);
    if (type->operations && (type->operations->to_index || type->operations->to_float || type->operations->to_int)) return true;
    if (is_builtin_instance(value)) return false;
    const Class* own = class_of(value);
    return run.special(own, Name::__index__) != UNBOUND || run.special(own, Name::__int__) != UNBOUND || run.special(own, Name::__float__) != UNBOUND;
}

Value count_next(Run& run, Value self) {
    Record* count = cast<Record>(self);
    const Value current = count->fields[field::next];
    const Value step = count->fields[field::step];
    if (both_int(current, step)) {
        const int64_t next = current.as_int() + step.as_int();
        if (Value::fits_int(next)) [[likely]] {
            count->fields[field::next] = Value::integer(next);
            return current;
        }
    }
    if (!is_builtin_instance(current) || !is_builtin_instance(step)) return run.push_step(StepId::count_next, {self, current});
    const Value next = run.binary(Operator::Add, current, step);
    if (is_result(next)) return next;
    count->fields[field::next] = next;
    return current;
}

Value count_new(Run& run, Value* args, uint32_t) {
    for (uint32_t i = 0; i < 2; i++)
        if (args[i] != UNBOUND && !is_number(run, args[i])) return run.type_error({"a number is required"});
    Record* count = new_record(run.heap, &count_class, field::count);
    count->fields[field::next] = args[0] == UNBOUND ? Value::integer(0) : args[0];
    count->fields[field::step] = args[1] == UNBOUND ? Value::integer(1) : args[1];
    if (is_builtin_instance(count->fields[field::next]) && is_builtin_instance(count->fields[field::step]))
        count->flags |= Record::native_iterator;
    return Value::cell(count);
}

Value count_repr(Run& run, Value self) {
    const Record* count = cast<Record>(self);
    ReprPieces pieces(run, self);
    pieces.class_name();
    pieces.text("(");
    pieces.value(count->fields[field::next]);
    if (count->fields[field::step] != Value::integer(1)) {
        pieces.text(", ");
        pieces.value(count->fields[field::step]);
    }
    pieces.text(")");
    return pieces.repr();
}

constexpr NativeRow constructor_rows[] = {{"count", "start=0, step=1", count_new}};
constinit const auto constructor = function_table(constructor_rows);
constexpr TypeOperations operations = {.repr = count_repr, .next = count_next, .construct = construct_by_row<constructor>};
constexpr const Class* mro[] = {&count_class, &object_class};
constexpr const char* doc =
    "Return a count object whose .__next__() method returns consecutive values.\n\n"
    "Equivalent to:\n"
    "    def count(firstval=0, step=1):\n"
    "        x = firstval\n"
    "        while 1:\n"
    "            yield x\n"
    "            x += step";

}  // namespace

constinit const Class count_class = itertools_class("itertools.count", field::count, mro, &operations, doc);

// Slots: the count, the number that it gives.
Value step_count_next(Run& run, Frame& frame, Value in) {
    Record* count = as_record(frame.base[0], &count_class);
    if (!count) return bad_iterator(run);
    if (frame.state == 0 && !arrived(frame, 1, in = run.binary(Operator::Add, frame.base[1], count->fields[field::step]))) return in;
    count->fields[field::next] = in;
    return frame.base[1];
}

}  // namespace exmonty
