// https://docs.python.org/3/library/functions.html#enumerate
#include "vm/objects/arguments.h"
#include "vm/objects/await.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/descriptor.h"
#include "vm/objects/iterator.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/tuple.h"

namespace exmonty {
namespace {

// (counter, item), and the next number.
Value numbered(Run& run, Record* enumerate, Value item) {
    const Value counter = enumerate->fields[enumerate_field::counter];
    Tuple* pair = new_tuple(run.heap, 2);
    pair->items[0] = counter;
    pair->items[1] = item;
    if (counter.is_int() && counter.as_int() < Value::max_int) [[likely]] {
        enumerate->fields[enumerate_field::counter] = Value::integer(counter.as_int() + 1);
        return Value::cell(pair);
    }
    const Value next = run.binary(Operator::Add, counter, Value::integer(1));
    if (is_result(next)) return next;
    enumerate->fields[enumerate_field::counter] = next;
    return Value::cell(pair);
}

Value enumerate_next(Run& run, Value self) {
    Record* enumerate = cast<Record>(self);
    if (!is_native_lazy(enumerate)) return run.push_step(StepId::enumerate_next, {self});
    const Value item = native_next(run, enumerate->fields[enumerate_field::source]);
    return is_result(item) ? item : numbered(run, enumerate, item);
}

Value enumerate_new(Run& run, Value* args, uint32_t count);

constexpr NativeRow constructor_rows[] = {{"enumerate", "iterable, start=0", enumerate_new}};
constinit const auto constructor = function_table(constructor_rows);

Value enumerate_new(Run& run, Value* args, uint32_t count) {
    if (calls_index(run, args[1])) return with_indices(run, &constructor[0], args, count, 2);
    const Value start = args[1] == UNBOUND ? Value::integer(0) : run.index(args[1]);
    if (is_result(start)) return start;
    Record* enumerate = new_record(run.heap, &enumerate_class, enumerate_field::count);
    enumerate->fields[enumerate_field::counter] = start;
    return take_sources(run, enumerate, new_tuple(run.heap, std::span<const Value>(args, 1)));
}

// Its argument errors have texts of their own.
Value enumerate_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (count == 0) return run.type_error({"enumerate() missing required argument 'iterable'"});
    if (count > 2) return run.type_error({"enumerate() takes at most 2 arguments (", Digits(count).view(), " given)"});
    const uint32_t positional = count - (names ? names->size() : 0);
    for (uint32_t i = 0; names && i < names->size(); i++) {
        const std::string_view name = cast<Str>(names->items[i])->view();
        const bool has_iterable = positional > 0 || count == 2;
        if ((name != "iterable" && name != "start") || (name == "start" && !has_iterable) || (name == "iterable" && positional > 0))
            return run.type_error({"'", name, "' is an invalid keyword argument for enumerate()"});
    }
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

constexpr NativeRow method_rows[] = {{"__class_getitem__", "cls, object, /", builtin_class_getitem, Binding::ClassMethod}};
constinit const auto methods = native_table(Kind::Record, method_rows);
constexpr TypeOperations enumerate_operations = {.next = enumerate_next, .construct = enumerate_construct, .constructor = &constructor[0]};
constexpr const Class* enumerate_mro[] = {&enumerate_class, &object_class};
constexpr const char* enumerate_doc =
    "Return an enumerate object.\n\n"
    "  iterable\n"
    "    an object supporting iteration\n\n"
    "The enumerate object yields pairs containing a count (from start, which\n"
    "defaults to zero) and a value yielded by the iterable argument.\n\n"
    "enumerate is useful for obtaining an indexed list:\n"
    "    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...";

}  // namespace

constinit const Class enumerate_class = builtin_class("enumerate", "builtins", &object_class, enumerate_mro, 2, Kind::Record, 0,
                                                      methods.data(), methods.size(), &enumerate_operations, enumerate_doc);

// Slots: the enumerate, an item. States: 0 start, 1 an item comes, 2 the item is there.
Value step_enumerate_next(Run& run, Frame& frame, Value in) {
    Record* enumerate = as_record(frame.base[0], &enumerate_class);
    if (!enumerate) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    if (frame.state == 0 && (!arrived_or_ended(frame, 1, in = run.next(enumerate->fields[enumerate_field::source])) || in == RAISED))
        return in;
    if (frame.state == 1) {
        if (in == EXHAUSTED) return ended(run);
        frame.base[1] = in;
        frame.state = 2;
    }
    return numbered(run, enumerate, frame.base[1]);
}

}  // namespace exmonty
