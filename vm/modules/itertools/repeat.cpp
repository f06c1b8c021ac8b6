// https://docs.python.org/3/library/itertools.html#itertools.repeat
#include "vm/modules/itertools/itertools.h"
#include "vm/objects/repr_pieces.h"

namespace exmonty {
namespace {

namespace field {
enum : uint32_t { object, left, count };
}

Value repeat_next(Run& run, Value self) {
    Record* repeat = cast<Record>(self);
    Value& left = repeat->fields[field::left];
    if (left == NONE) return repeat->fields[field::object];
    if (left.as_int() <= 0) return ended(run);
    left = Value::integer(left.as_int() - 1);
    return repeat->fields[field::object];
}

Value repeat_new(Run& run, Value* args, uint32_t count);
constexpr NativeRow constructor_rows[] = {{"repeat", "object, times=0", repeat_new}};
constinit const auto constructor = function_table(constructor_rows);

Value repeat_new(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &constructor[0], args, count, 0b10);
    int64_t times = 0;
    if (args[1] != UNBOUND) {
        const Value number = run.index(args[1]);
        if (is_result(number)) return number;
        if (!int_argument(run, number, times)) return RAISED;
    }
    Record* repeat = new_record(run.heap, &repeat_class, field::count);
    repeat->flags |= Record::native_iterator;
    repeat->fields[field::object] = args[0];
    repeat->fields[field::left] = args[1] == UNBOUND ? NONE : Value::integer(std::max<int64_t>(times, 0));
    return Value::cell(repeat);
}

Value repeat_repr(Run& run, Value self) {
    const Record* repeat = cast<Record>(self);
    ReprPieces pieces(run, self);
    pieces.class_name();
    pieces.text("(");
    pieces.value(repeat->fields[field::object]);
    if (repeat->fields[field::left] != NONE) {
        pieces.text(", ");
        pieces.value(repeat->fields[field::left]);
    }
    pieces.text(")");
    return pieces.repr();
}

Value repeat_length_hint(Run& run, Value* args, uint32_t) {
    const Record* repeat = as_record(args[0], &repeat_class);
    if (!repeat) return run.type_error({"a repeat object is required"});
    if (repeat->fields[field::left] == NONE) return run.type_error({"len() of unsized object"});
    return repeat->fields[field::left];
}

constexpr NativeRow rows[] = {{"__length_hint__", "self, /", repeat_length_hint}};
constinit const auto methods = native_table(Kind::Record, rows);
constexpr TypeOperations operations = {.repr = repeat_repr, .next = repeat_next, .construct = construct_by_row<constructor>, .constructor = &constructor[0]};
constexpr const Class* mro[] = {&repeat_class, &object_class};
constexpr const char* doc =
    "repeat(object [,times]) -> create an iterator which returns the object\n"
    "for the specified number of times.  If not specified, returns the object\n"
    "endlessly.";

}  // namespace

constinit const Class repeat_class = itertools_class("itertools.repeat", field::count, mro, &operations, doc, methods.data(), methods.size());

}  // namespace exmonty
