// Special methods: looked up on the class, never on the instance, and cached there.
// https://docs.python.org/3/reference/datamodel.html#special-method-lookup
#include "vm/runtime/special.h"

#include "vm/objects/arguments.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/function.h"
#include "vm/objects/int.h"
#include "vm/runtime/call.h"

namespace exmonty {
namespace {

// Marks a name of Class::specials that has not been looked up.
constexpr Value not_looked_up = EXHAUSTED;

Value look_up(Run& run, const Class* type, Name which) {
    for (uint32_t i = 0; i < type->mro_count; i++) {
        const Class* at = type->mro[i];
        if (at == &object_class) continue;
        if (!at->is_builtin()) {
            Value found = dict_get(run, at->dict, name(which));
            if (found != UNBOUND) return found;
            continue;
        }
        std::string_view text = name(which)->view();
        if (const NativeFunction* row = find_row(at, text)) return Value::cell(row);
        if (const NativeFunction* row = operation_wrapper(at, text)) return Value::cell(row);
    }
    return UNBOUND;
}

}  // namespace

Value Run::special(const Class* type, Name which) {
    const size_t number = static_cast<size_t>(which) - first_special;
    if (type->is_builtin() || number >= special_count) return look_up(*this, type, which);
    Class* cached = const_cast<Class*>(type);
    if (!cached->specials || cached->special_version != cached->version) {
        if (!cached->specials) cached->specials = static_cast<Value*>(heap.take_block(sizeof(Value) * special_count));
        if (!cached->specials) return look_up(*this, type, which);
        for (size_t i = 0; i < special_count; i++) cached->specials[i] = not_looked_up;
        cached->special_version = cached->version;
    }
    Value& entry = cached->specials[number];
    if (entry == not_looked_up) entry = look_up(*this, type, which);
    return entry;
}

Value call_special_method(Run& run, Value method, Value self, std::initializer_list<Value> args) {
    // A plain function or a native binds; anything else is bound by its own __get__, which special methods made of static
    // methods, class methods or callables do not need.
    Value bound = bind_special(run, method, self);
    if (is_result(bound)) return bound;
    if (bound == method) {
        bool binds = is_kind(method, Kind::Function) ||
                     (is_kind(method, Kind::NativeFunction) && cast<NativeFunction>(method)->binding == Binding::Method);
        if (binds) return call_with(run, method, {self, args.begin(), static_cast<uint32_t>(args.size()), nullptr});
    }
    return call_with(run, bound, {UNBOUND, args.begin(), static_cast<uint32_t>(args.size()), nullptr});
}

Value Run::call_special(Value self, Name which, std::initializer_list<Value> args) {
    Value method = special(class_of(self), which);
    if (method == UNBOUND) return UNBOUND;
    return call_special_method(*this, method, self, args);
}

Value push_check(Run& run, Check check, Value self) {
    return run.push_step(StepId::check_result, {Value::integer(static_cast<int64_t>(check)), self});
}

namespace {

struct CheckRow {
    Name name;
    std::string_view method;
};

CheckRow check_row(Check check) {
    switch (check) {
        case Check::Bool: return {Name::__bool__, "__bool__"};
        case Check::TruthOfLength:
        case Check::Length: return {Name::__len__, "__len__"};
        case Check::Repr: return {Name::__repr__, "__repr__"};
        case Check::Str: return {Name::__str__, "__str__"};
        case Check::StrByRepr: return {Name::__repr__, "__str__"};
        case Check::Format: return {Name::__format__, "__format__"};
        case Check::Hash: return {Name::__hash__, "__hash__"};
        case Check::Index: return {Name::__index__, "__index__"};
        case Check::Iterator: return {Name::__iter__, "__iter__"};
        case Check::Contains: return {Name::__contains__, "__contains__"};
        case Check::Float: return {Name::__float__, "__float__"};
        case Check::Int: return {Name::__int__, "__int__"};
    }
    return {Name::__bool__, ""};
}

bool is_str(Value value) { return is_kind(payload(value), Kind::Str); }

Value check_length(Run& run, Value result) {
    Value number = plain_int(payload(result));
    if (!is_exact_int(number))
        return run.type_error({"'", type_name(result), "' object cannot be interpreted as an integer"});
    if (number.is_int() ? number.as_int() < 0 : cast<BigInt>(number)->is_negative())
        return run.value_error({"__len__() should return >= 0"});
    int64_t length;
    if (!index_sized(number, length))
        return run.raise(ExceptionType::OverflowError, {"cannot fit 'int' into an index-sized integer"});
    return number;
}

// A hash that fits 64 bits stays as it is, a longer one is hashed itself; -1 is never a hash.
Value check_hash(Run& run, Value result) {
    Value number = plain_int(payload(result));
    if (!is_exact_int(number)) return run.type_error({"__hash__ method should return an integer"});
    if (number == Value::integer(-1)) return Value::integer(-2);
    int64_t word;
    return index_sized(number, word) ? number : run.hash(number);
}

Value check(Run& run, Check what, Value result) {
    std::string_view method = check_row(what).method;
    switch (what) {
        case Check::Bool:
            if (is_bool(result)) return result;
            return run.type_error({"__bool__ should return bool, returned ", type_name(result)});
        case Check::TruthOfLength: {
            Value length = check_length(run, result);
            return is_result(length) ? length : boolean(length != Value::integer(0));
        }
        case Check::Length: return check_length(run, result);
        case Check::Repr:
        case Check::Str:
        case Check::StrByRepr:
        case Check::Format:
            if (is_str(result)) return result;
            if (what == Check::Format) return run.type_error({method, " must return a str, not ", type_name(result)});
            return run.type_error({method, " returned non-string (type ", type_name(result), ")"});
        case Check::Hash: return check_hash(run, result);
        case Check::Index:
        case Check::Int: {
            Value number = plain_int(payload(result));
            if (is_exact_int(number)) return number;
            return run.type_error({method, " returned non-int (type ", type_name(result), ")"});
        }
        case Check::Float:
            if (class_of(payload(result)) == &float_class) return payload(result);
            return run.type_error({type_name(run.receiver), ".__float__() must return a float, not ", type_name(result)});
        case Check::Iterator: {
            const Class* type = class_of(result);
            bool iterates = type->is_builtin() ? type->operations && type->operations->next
                                               : run.special(type, Name::__next__) != UNBOUND;
            if (iterates) return result;
            return run.type_error({"iter() returned non-iterator of type '", class_name(type), "'"});
        }
        case Check::Contains: return run.truth(result);
    }
    return result;
}

}  // namespace

// Slots: Check, self, argument. Calls the special method, then checks what it returned.
Value step_check_result(Run& run, Frame& frame, Value in) {
    Check what = static_cast<Check>(frame.base[0].as_int());
    if (frame.state == 0) {
        Value self = frame.base[1];
        Value argument = frame.base[2];
        Name name = check_row(what).name;
        Value result = argument == UNBOUND ? run.call_special(self, name, {}) : run.call_special(self, name, {argument});
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 2) return in;
    run.receiver = frame.base[1];
    Value checked = check(run, what, in);
    if (checked == PUSHED) frame.state = 2;
    return checked;
}

}  // namespace exmonty
