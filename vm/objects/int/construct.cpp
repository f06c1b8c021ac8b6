// int(…).
// https://docs.python.org/3/library/functions.html#int
#include "vm/objects/bytes.h"
#include "vm/objects/float.h"
#include "vm/objects/int/methods.h"
#include "vm/objects/int/text.h"
#include "vm/objects/text/search.h"

namespace exmonty {
namespace {

Value not_a_number(Run& run, Value value) {
    return run.type_error({"int() argument must be a string, a bytes-like object or a real number, not '", type_name(value), "'"});
}

// A text in a base; UNBOUND: the value is no text.
Value of_text(Run& run, Value value, unsigned base) {
    const Str* text = str_of(value);
    const ByteString* bytes = text ? nullptr : bytes_of(value);
    if (!text && !bytes) return UNBOUND;
    const std::string_view view = text ? text->view() : bytes->view();
    if (poll_scan(run.budget, view.size() * 4)) return RAISED;
    return parse_int(run, view, base, text ? Digit::Unicode : Digit::Ascii, value);
}

Value of_builtin(Run& run, Value value) {
    if (is_integral(value)) return plain_int(value);
    if (is_float(value)) return int_of_double(run, float_of(value));
    const TypeOperations* operations = class_of(value)->operations;
    if (operations && operations->to_int) return operations->to_int(run, value);
    if (operations && operations->to_index) return operations->to_index(run, value);
    Value parsed = of_text(run, value, 10);
    return parsed == UNBOUND ? not_a_number(run, value) : parsed;
}

Value of_object(Run& run, Value value) {
    if (!is_kind(value, Kind::Instance)) return of_builtin(run, value);
    const Class* type = class_of(value);
    Value method = run.special(type, Name::__int__);
    if (method != UNBOUND && !is_kind(method, Kind::NativeFunction)) return run.push_step(StepId::int_of_object, {value});
    if (method == UNBOUND && run.special(type, Name::__index__) != UNBOUND) return run.index(value);
    Value held = payload(value);
    return held == value ? not_a_number(run, value) : of_builtin(run, held);
}

Value in_base(Run& run, Value value, Value base) {
    if (!base.is_int() || base.as_int() < 0 || base.as_int() == 1 || base.as_int() > 36)
        return run.value_error({"int() base must be >= 2 and <= 36, or 0"});
    Value parsed = of_text(run, value, static_cast<unsigned>(base.as_int()));
    return parsed == UNBOUND ? run.type_error({"int() can't convert non-string with explicit base"}) : parsed;
}

}  // namespace

Value int_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (count > 2) return run.type_error({"int expected at most 2 arguments, got ", Digits(count).view()});
    uint32_t keywords = names ? names->size() : 0;
    uint32_t positional = count - keywords;
    Value base = positional == 2 ? args[1] : UNBOUND;
    for (uint32_t i = 0; i < keywords; i++) {
        std::string_view keyword = cast<Str>(names->items[i])->view();
        if (keyword != "base") return run.type_error({"int() got an unexpected keyword argument '", keyword, "'"});
        if (base != UNBOUND) return run.type_error({"argument for int() given by name ('base') and position (2)"});
        base = args[positional + i];
    }
    if (positional == 0) return base == UNBOUND ? Value::integer(0) : run.type_error({"int() missing string argument"});
    if (base == UNBOUND) return of_object(run, args[0]);
    if (calls_index(run, base)) return run.push_step(StepId::int_in_base, {args[0], base});
    Value number = int_of(base);
    if (number == UNBOUND) return run.index(base);
    return in_base(run, args[0], number);
}

// Slots: an object whose class has `__int__`.
Value step_int_of_object(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.call_special(frame.base[0], Name::__int__, {});
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    Value number = int_of(in);
    return number == UNBOUND ? run.type_error({"__int__ returned non-int (type ", type_name(in), ")"}) : number;
}

// Slots: what to read, an object with `__index__` that gives the base.
Value step_int_in_base(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.index(frame.base[1]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1) {
        frame.base[1] = in;
        frame.state = 2;
    }
    return in_base(run, frame.base[0], frame.base[1]);
}

}  // namespace exmonty
