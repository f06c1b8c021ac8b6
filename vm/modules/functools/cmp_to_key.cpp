// https://docs.python.org/3/library/functools.html#functools.cmp_to_key
#include "vm/modules/functools/functools.h"
#include "vm/objects/await.h"

namespace exmonty {
namespace {

// The comparing function, and the object that is compared: UNBOUND in the key function itself.
namespace field {
enum : uint32_t { compare, object, count };
}
enum Slot : uint32_t { FunctionSlot, ResultSlot, ComparisonSlot };

Value new_key(Run& run, Value compare, Value object) {
    Record* key = new_record(run.heap, &key_wrapper_class, field::count);
    key->fields[field::compare] = compare;
    key->fields[field::object] = object;
    return Value::cell(key);
}

Value key_wrapper_call(Run& run, Value self, const Value* args, uint32_t count, Tuple* names) {
    if (count == 1 && !names) return new_key(run, cast<Record>(self)->fields[field::compare], args[0]);
    if (count > 1) return run.type_error({"K() takes at most 1 argument (", Digits(count).view(), " given)"});
    if (count == 0) return run.type_error({"K() missing required argument 'obj' (pos 1)"});
    const Str* name = cast<Str>(names->items[0]);
    if (name->view() != "obj") return run.type_error({"K() missing required argument 'obj' (pos 1)"});
    return new_key(run, cast<Record>(self)->fields[field::compare], args[0]);
}

Value key_wrapper_compare(Run& run, Comparison op, Value self, Value other) {
    const Record* a = as_record(self, &key_wrapper_class);
    const Record* b = as_record(other, &key_wrapper_class);
    if (!a || !b) return run.type_error({"other argument must be K instance"});
    if (a->fields[field::object] == UNBOUND || b->fields[field::object] == UNBOUND)
        return run.raise(ExceptionType::AttributeError, {"object"});
    const Value objects = run.tuple({a->fields[field::object], b->fields[field::object]});
    if (is_result(objects)) return objects;
    return run.push_step(StepId::compare_keys, {a->fields[field::compare], objects, Value::integer(static_cast<int64_t>(op))});
}

Value get_object(Run& run, Value* args, uint32_t) {
    const Record* key = as_record(args[0], &key_wrapper_class);
    if (!key) return run.type_error({"a key is required"});
    if (key->fields[field::object] != UNBOUND) return key->fields[field::object];
    return run.raise(ExceptionType::AttributeError, {"obj"});
}

Value set_attribute(Run&, Value self, Str* name, Value value) {
    if (name->view() != "obj") return UNBOUND;
    cast<Record>(self)->fields[field::object] = value;
    return NONE;
}

constexpr NativeRow rows[] = {{"obj", "self", get_object, Binding::Getter}};
constinit const auto methods = native_table(Kind::Record, rows);
constexpr TypeOperations operations = {
    .compare = key_wrapper_compare, .call = key_wrapper_call, .set_attribute = set_attribute, .operators = " eq ne lt le gt ge "};
constexpr const Class* mro[] = {&key_wrapper_class, &object_class};

}  // namespace

constinit const Class key_wrapper_class =
    with_fields(builtin_class("functools.KeyWrapper", "functools", &object_class, mro, 2, Kind::Record, Class::unhashable | Class::final_class,
                  methods.data(), methods.size(), &operations, nullptr), field::count);

Value cmp_to_key(Run& run, Value* args, uint32_t) { return new_key(run, args[0], UNBOUND); }

// Slots: the comparing function, the two objects as a tuple, then the function's answer; the comparison with zero.
Value step_compare_keys(Run& run, Frame& frame, Value in) {
    enum State : uint32_t { Calls, WaitsForAnswer, HasAnswer, WaitsForResult };
    if (frame.state == Calls) {
        const Tuple* objects = as<Tuple>(frame.base[ResultSlot]);
        if (!objects) return run.raise(ExceptionType::SystemError, {"bad key"});
        if (!arrived(frame, WaitsForAnswer, in = run.call(frame.base[FunctionSlot], objects->items, objects->size()))) return in;
    }
    if (frame.state == WaitsForAnswer) {
        frame.base[ResultSlot] = in;
        frame.state = HasAnswer;
    }
    if (frame.state == HasAnswer) {
        const Comparison op = static_cast<Comparison>(frame.base[ComparisonSlot].as_int());
        if (both_int(frame.base[ResultSlot], Value::integer(0))) return boolean(holds(op, frame.base[ResultSlot].as_int(), int64_t{0}));
        arrived(frame, WaitsForResult, in = run.compare(op, frame.base[ResultSlot], Value::integer(0)));
    }
    return in;
}

}  // namespace exmonty
