// The methods of float.
// https://docs.python.org/3/library/stdtypes.html#additional-methods-on-float
#include "vm/objects/float/methods.h"

#include "vm/base/float_bits.h"
#include "vm/base/float_round.h"
#include "vm/base/float_text.h"
#include "vm/objects/builtin_types.h"
#include "vm/objects/int/number.h"

#include <cmath>

namespace exmonty {
namespace {

double self_of(const Value* args) { return float_of(args[0]); }

}  // namespace

Value float_itself(Run&, Value* args, uint32_t) { return args[0]; }
Value float_zero(Run& run, Value*, uint32_t) { return run.floating(0); }
Value float_getnewargs(Run& run, Value* args, uint32_t) { return run.tuple({args[0]}); }
Value float_sizeof(Run&, Value*, uint32_t) { return Value::integer(24); }

// https://docs.python.org/3/library/stdtypes.html#float.is_integer
Value float_is_integer(Run&, Value* args, uint32_t) {
    double number = self_of(args);
    return boolean(std::isfinite(number) && number == std::floor(number));
}

// https://docs.python.org/3/library/stdtypes.html#float.hex
Value float_hex(Run& run, Value* args, uint32_t) {
    FixedText<float_hex_capacity> text;
    append_float_hex(text, self_of(args));
    return run.text(text.view());
}

// https://docs.python.org/3/library/stdtypes.html#float.as_integer_ratio
Value float_as_integer_ratio(Run& run, Value* args, uint32_t) {
    double number = self_of(args);
    if (std::isnan(number)) return run.value_error({"cannot convert NaN to integer ratio"});
    if (std::isinf(number)) return run.raise(ExceptionType::OverflowError, {"cannot convert Infinity to integer ratio"});
    FloatBits bits = take_apart(number);
    int64_t mantissa = static_cast<int64_t>(bits.mantissa);
    Value numerator = run.integer(bits.negative ? -mantissa : mantissa);
    Value denominator = Value::integer(1);
    Value shift = Value::integer(std::abs(bits.exponent));
    Value& scaled = bits.exponent > 0 ? numerator : denominator;
    scaled = int_shift_left(run, scaled, shift);
    return run.tuple({numerator, denominator});
}

Value float_ceil(Run& run, Value* args, uint32_t) { return int_of_double(run, std::ceil(self_of(args))); }
Value float_floor(Run& run, Value* args, uint32_t) { return int_of_double(run, std::floor(self_of(args))); }
Value float_trunc(Run& run, Value* args, uint32_t) { return int_of_double(run, self_of(args)); }

// https://docs.python.org/3/library/functions.html#round
Value float_round(Run& run, Value* args, uint32_t count) {
    double number = self_of(args);
    if (args[1] == UNBOUND || args[1] == NONE) return int_of_double(run, std::nearbyint(number));
    if (calls_index(run, args[1])) return with_indices(run, &float_class, "__round__", args, count, 1u << 1);
    int64_t digits = 0;
    if (!clamped_argument(run, args[1], digits)) return RAISED;
    double rounded = round_to_digits(number, digits);
    if (std::isinf(rounded) && std::isfinite(number))
        return run.raise(ExceptionType::OverflowError, {"rounded value too large to represent"});
    return run.floating(rounded);
}

// https://docs.python.org/3/reference/datamodel.html#object.__pow__
Value float_pow_method(Run& run, Value* args, uint32_t) {
    if (args[2] != UNBOUND && args[2] != NONE)
        return run.type_error({"pow() 3rd argument not allowed unless all arguments are integers"});
    return float_binary(run, Operator::Pow, args[0], payload(args[1]));
}

Value float_rpow_method(Run& run, Value* args, uint32_t) {
    Value turned[] = {payload(args[1]), args[0], args[2]};
    return float_pow_method(run, turned, 3);
}

Value float_getformat(Run& run, Value* args, uint32_t) {
    const Str* type = str_of(args[1]);
    if (!type) return run.type_error({"__getformat__() argument must be str, not ", type_name(args[1])});
    if (type->view() != "double" && type->view() != "float")
        return run.value_error({"__getformat__() argument 1 must be 'double' or 'float'"});
    return run.text("IEEE, little-endian");
}

}  // namespace exmonty
