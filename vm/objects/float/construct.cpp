// float(…), float.fromhex and float.from_number.
// https://docs.python.org/3/library/functions.html#float
#include "vm/base/float_parse.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/bytes.h"
#include "vm/objects/float/methods.h"
#include "vm/objects/text/search.h"

#include <bit>
#include <cmath>

namespace exmonty {
namespace {

Value unreadable(Run& run, Value text) {
    Value repr = run.repr(text);
    if (is_result(repr)) return repr;
    return run.value_error({"could not convert string to float: ", cast<Str>(repr)->view()});
}

Value parsed(Run& run, double number) { return std::isnan(number) ? new_nan(run, std::signbit(number)) : run.floating(number); }

Value of_text(Run& run, Value text) {
    double number;
    const Str* str = as<Str>(text);
    if (poll_scan(run.budget, (str ? str->count : cast<ByteString>(text)->size) * 4)) return RAISED;
    if (str) return parse_float(str->view(), number) ? parsed(run, number) : unreadable(run, text);
    const ByteString* bytes = cast<ByteString>(text);
    return parse_float_ascii(bytes->view(), number) ? parsed(run, number) : unreadable(run, text);
}

bool converts(Run& run, Value value) {
    const Class* type = class_of(value);
    if (type->operations && (type->operations->to_float || type->operations->to_index)) return true;
    return !type->is_builtin() &&
           (run.special(type, Name::__float__) != UNBOUND || run.special(type, Name::__index__) != UNBOUND);
}

// What a class method of a subclass gives is made by calling it.
Value of_class(Run& run, Value type, Value number) {
    return is_result(number) || type == Value::cell(&float_class) ? number : run.call(type, {number});
}

}  // namespace

Value new_nan(Run& run, bool negative) {
    constexpr uint64_t quiet = uint64_t{0x7FF8} << 48;
    uint64_t sign = negative ? uint64_t{1} << 63 : 0;
    return run.floating(std::bit_cast<double>(sign | quiet | run.next_identity++));
}

Value float_construct(Run& run, const Class*, const Value* args, uint32_t count, Tuple* names) {
    if (names && names->size() > 0) return run.type_error({"float() takes no keyword arguments"});
    if (count > 1) return run.type_error({"float expected at most 1 argument, got ", Digits(count).view()});
    if (count == 0) return run.floating(0);
    if (is_float(args[0])) return args[0];
    if (converts(run, args[0])) return run.to_float(args[0]);
    Value held = payload(args[0]);
    if (is_kind(held, Kind::Str) || is_kind(held, Kind::Bytes)) return of_text(run, held);
    return run.type_error({"float() argument must be a string or a real number, not '", type_name(args[0]), "'"});
}

// https://docs.python.org/3/library/stdtypes.html#float.from_number
Value float_from_number(Run& run, Value* args, uint32_t) {
    Value held = payload(args[1]);
    if (is_float(held)) return of_class(run, args[0], held);
    if (!converts(run, args[1])) return run.type_error({"must be real number, not ", type_name(args[1])});
    if (is_builtin_instance(args[1])) return of_class(run, args[0], run.to_float(args[1]));
    return run.push_step(StepId::float_from_number, {args[0], args[1]});
}

// https://docs.python.org/3/library/stdtypes.html#float.fromhex
Value float_fromhex(Run& run, Value* args, uint32_t) {
    const Str* text = str_of(args[1]);
    if (!text) return run.type_error({"bad argument type for built-in operation"});
    double number;
    if (poll_scan(run.budget, text->count * size_t{4})) return RAISED;
    HexFloatError error = parse_float_hex(text->view(), number);
    if (error == HexFloatError::none) return of_class(run, args[0], parsed(run, number));
    ExceptionType type = error == HexFloatError::too_large ? ExceptionType::OverflowError : ExceptionType::ValueError;
    return run.raise(type, {hex_float_error_text(error)});
}

// Slots: class, a number that Python code converts.
Value step_float_from_number(Run& run, Frame& frame, Value in) {
    if (frame.state == 0) {
        Value result = run.to_float(frame.base[1]);
        if (result == COLLECT) return result;
        frame.state = 1;
        if (is_result(result)) return result;
        in = result;
    }
    if (frame.state == 1) {
        frame.base[1] = in;
        frame.state = 2;
    }
    if (frame.state == 3) return in;
    Value result = of_class(run, frame.base[0], frame.base[1]);
    if (result != COLLECT) frame.state = 3;
    return result;
}

}  // namespace exmonty
