// The methods of int and bool.
// https://docs.python.org/3/library/stdtypes.html#additional-methods-on-integer-types
#include "vm/objects/int/methods.h"

#include "vm/objects/builtin_types.h"
#include "vm/objects/int/number.h"

namespace exmonty {
namespace {

// The rest of a / b with the quotient rounded half to even; both positive exponents of ten are far larger than 0.
Value nearest_rest(Run& run, Value a, Value b) {
    Value rest = int_modulo(run, a, b);
    if (is_result(rest)) return rest;
    Value twice = int_add(run, rest, rest);
    if (is_result(twice)) return twice;
    int order = int_compare(twice, b);
    bool up = order > 0;
    if (order == 0) {
        Value quotient = int_floor_divide(run, a, b);
        if (is_result(quotient)) return quotient;
        const IntView view(quotient);
        up = view_of(view).is_odd();
    }
    return up ? int_subtract(run, rest, b) : rest;
}

Value round_to_tens(Run& run, Value number, int64_t zeros) {
    // A number of n bits is below 10 ** (n / 3 + 1), and half of what is larger rounds to nothing.
    if (static_cast<uint64_t>(zeros) > int_bit_length(number) / 3 + 2) return Value::integer(0);
    Value power = int_power(run, Value::integer(10), Value::integer(zeros));
    if (is_result(power)) return power;
    Value rest = nearest_rest(run, number, power);
    return is_result(rest) ? rest : int_subtract(run, number, rest);
}

}  // namespace

Value int_itself(Run&, Value* args, uint32_t) { return plain_int(args[0]); }
Value int_one(Run&, Value*, uint32_t) { return Value::integer(1); }
Value int_zero(Run&, Value*, uint32_t) { return Value::integer(0); }
Value int_is_integer(Run&, Value*, uint32_t) { return TRUE; }

// https://docs.python.org/3/library/stdtypes.html#int.as_integer_ratio
Value int_as_integer_ratio(Run& run, Value* args, uint32_t) { return run.tuple({plain_int(args[0]), Value::integer(1)}); }

// https://docs.python.org/3/library/stdtypes.html#int.bit_count
Value int_bit_count(Run&, Value* args, uint32_t) {
    const IntView view(args[0]);
    return Value::integer(static_cast<int64_t>(bigint::bit_count(view_of(view))));
}

// https://docs.python.org/3/library/stdtypes.html#int.bit_length
Value int_bit_length_method(Run&, Value* args, uint32_t) { return Value::integer(static_cast<int64_t>(int_bit_length(args[0]))); }

Value int_getnewargs(Run& run, Value* args, uint32_t) { return run.tuple({plain_int(args[0])}); }

// CPython keeps 30 bits in four bytes, behind a header of 24.
Value int_sizeof(Run&, Value* args, uint32_t) {
    uint64_t digits = (int_bit_length(args[0]) + 29) / 30;
    return Value::integer(static_cast<int64_t>(24 + 4 * (digits == 0 ? 1 : digits)));
}

// https://docs.python.org/3/reference/datamodel.html#object.__pow__
Value int_pow_method(Run& run, Value* args, uint32_t) {
    Value exponent = int_of(args[1]);
    if (exponent == UNBOUND) return NOT_IMPLEMENTED;
    if (args[2] == UNBOUND || args[2] == NONE) return int_power(run, args[0], exponent);
    Value modulus = int_of(args[2]);
    return modulus == UNBOUND ? NOT_IMPLEMENTED : int_power_modulo(run, args[0], exponent, modulus);
}

Value int_rpow_method(Run& run, Value* args, uint32_t) {
    Value base = int_of(args[1]);
    if (base == UNBOUND) return NOT_IMPLEMENTED;
    Value turned[] = {base, args[0], args[2]};
    return int_pow_method(run, turned, 3);
}

// https://docs.python.org/3/library/functions.html#round
Value int_round(Run& run, Value* args, uint32_t count) {
    Value number = plain_int(args[0]);
    if (args[1] == UNBOUND || args[1] == NONE) return number;
    if (calls_index(run, args[1])) return with_indices(run, &int_class, "__round__", args, count, 1u << 1);
    int64_t digits = 0;
    if (!clamped_argument(run, args[1], digits)) return RAISED;
    return digits >= 0 ? number : round_to_tens(run, number, -digits);
}

}  // namespace exmonty
