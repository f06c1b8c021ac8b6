// https://docs.python.org/3/library/functions.html#reversed
#include "vm/objects/await.h"
#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/lazy/lazy.h"
#include "vm/objects/tuple.h"

namespace exmonty {
namespace {

Value exhausted(Run& run, Record* reversed) {
    reversed->fields[reversed_field::sequence] = UNBOUND;
    return ended(run);
}

Value reversed_next(Run& run, Value self) {
    Record* reversed = cast<Record>(self);
    const Value sequence = reversed->fields[reversed_field::sequence];
    Value& index = reversed->fields[reversed_field::index];
    if (sequence == UNBOUND || index.as_int() < 0) return exhausted(run, reversed);
    if (const Tuple* tuple = as<Tuple>(sequence)) {
        if (index.as_int() >= tuple->size()) return exhausted(run, reversed);
        const Value item = tuple->items[index.as_int()];
        index = Value::integer(index.as_int() - 1);
        return item;
    }
    if (!is_kind(sequence, Kind::Str)) return run.push_step(StepId::reversed_next, {self});
    const Value item = run.get_item(sequence, index);
    if (!is_result(item)) index = Value::integer(index.as_int() - 1);
    return item;
}

// The index before; one that has passed 0 stays -1.
Value before(Run& run, Value index) {
    int64_t number;
    return index_sized(index, number) && number >= 0 ? run.integer(number - 1) : Value::integer(-1);
}

Value reverse_sequence(Run& run, Value sequence, Value length) {
    if (is_result(length)) return length;
    Record* reversed = new_record(run.heap, &reversed_class, reversed_field::count);
    reversed->fields[reversed_field::sequence] = sequence;
    reversed->fields[reversed_field::index] = before(run, length);
    return Value::cell(reversed);
}

Value reversed_new(Run& run, Value* args, uint32_t) {
    const Class* type = class_of(args[0]);
    const Value method = run.special(type, Name::__reversed__);
    if (method != UNBOUND && method != NONE) return run.call_special(args[0], Name::__reversed__, {});
    const bool is_sequence = run.special(type, Name::__getitem__) != UNBOUND && run.special(type, Name::__len__) != UNBOUND &&
                             !is_kind(payload(args[0]), Kind::Dict);
    const bool lacks_length = run.special(type, Name::__getitem__) != UNBOUND && run.special(type, Name::__len__) == UNBOUND;
    if (method != NONE && lacks_length) return run.length(args[0]);
    if (method == NONE || !is_sequence) return run.type_error({"'", class_name(type), "' object is not reversible"});
    if (!type->is_builtin()) return run.push_step(StepId::reverse_sequence, {args[0]});
    return reverse_sequence(run, args[0], run.length(args[0]));
}

constexpr NativeRow constructor_rows[] = {{"reversed", "object, /", reversed_new}};
constinit const auto constructor = function_table(constructor_rows);

Value reversed_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 0) return run.type_error({"reversed() takes no keyword arguments"});
    if (count != 1) return run.type_error({"reversed expected 1 argument, got ", Digits(count).view()});
    return run.call(Value::cell(&constructor[0]), args, count, names);
}

// https://docs.python.org/3/reference/datamodel.html#object.__length_hint__
Value reversed_length_hint(Run& run, Value* args, uint32_t) {
    const Record* reversed = as_record(args[0], &reversed_class);
    if (!reversed) return run.type_error({"a reversed object is required"});
    const Value sequence = reversed->fields[reversed_field::sequence];
    if (sequence == UNBOUND) return Value::integer(0);
    return run.push_step(StepId::reversed_length_hint, {sequence, reversed->fields[reversed_field::index]});
}

constexpr NativeRow rows[] = {{"__length_hint__", "self, /", reversed_length_hint}};
constinit const auto methods = native_table(Kind::Record, rows);
constexpr TypeOperations reversed_operations = {.next = reversed_next, .construct = reversed_construct};
constexpr const Class* reversed_mro[] = {&reversed_class, &object_class};

}  // namespace

constinit const Class reversed_class =
    builtin_class("reversed", "builtins", &object_class, reversed_mro, 2, Kind::Record, 0, methods.data(), methods.size(),
                  &reversed_operations, "Return a reverse iterator over the values of the given sequence.");

// Slots: a sequence of a Python class, whose length is asked for.
Value step_reverse_sequence(Run& run, Frame& frame, Value in) {
    if (frame.state == 0 && !arrived(frame, 1, in = run.length(frame.base[0]))) return in;
    return reverse_sequence(run, frame.base[0], in);
}

// Slots: the sequence, the index of the next item.
Value step_reversed_length_hint(Run& run, Frame& frame, Value in) {
    if (frame.state == 0 && !arrived(frame, 1, in = run.length(frame.base[0]))) return in;
    int64_t last;
    int64_t length;
    if (!index_sized(frame.base[1], last) || !index_sized(in, length)) return Value::integer(0);
    return length <= last ? Value::integer(0) : run.integer(last + 1);
}

// Slots: the reversed object. An IndexError or StopIteration of __getitem__ is the end.
Value step_reversed_next(Run& run, Frame& frame, Value in) {
    Record* reversed = as_record(frame.base[0], &reversed_class);
    if (!reversed) return run.raise(ExceptionType::SystemError, {"bad iterator"});
    Value& index = reversed->fields[reversed_field::index];
    if (frame.state == 0 &&
        !arrived_or_ended(frame, 1, in = run.get_item(reversed->fields[reversed_field::sequence], index)))
        return in;
    if (in == RAISED || in == EXHAUSTED) {
        const bool is_end = in == EXHAUSTED || run.take_pending(ExceptionType::IndexError) || run.take_pending(ExceptionType::StopIteration);
        return exhausted(run, reversed) == EXHAUSTED && is_end ? EXHAUSTED : RAISED;
    }
    index = before(run, index);
    return in;
}

}  // namespace exmonty
