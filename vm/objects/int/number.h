// Arithmetic on ints of any size, for the type itself and for whoever computes with ints.
//
// Operands are ints (word or cell) or bools. Results are what natives return: a value, or RAISED or COLLECT. Sizes are
// checked before the work; whatever can run long polls.
#pragma once

#include "vm/base/bigint.h"
#include "vm/objects/int.h"
#include "vm/objects/run.h"

namespace exmonty {

inline bigint::View view_of(const IntView& number) { return {number.limbs, number.count, number.negative}; }

// What a native returns for a computation that was not completed.
Value int_failure(Run& run, bigint::Status status);

// Where a result goes: on the stack when it is short, else in a cell that becomes the result.
class IntResult {
  public:
    IntResult(Run& run, size_t limbs);
    IntResult(const IntResult&) = delete;
    IntResult& operator=(const IntResult&) = delete;

    bool refused() const { return number.limbs == nullptr; }
    Value value();
    Value value(bigint::Status status);

    bigint::Number number;

  private:
    static constexpr size_t inline_limbs = 16;

    Run& run_;
    BigInt* cell_ = nullptr;
    uint64_t inline_[inline_limbs];
};

// Numbers of up to 127 bits: the plain C++ paths.
using Wide = __int128;
inline bool to_wide(Value value, Wide& wide) {
    if (value.is_int()) {
        wide = value.as_int();
        return true;
    }
    if (is_bool(value)) {
        wide = value == TRUE;
        return true;
    }
    const BigInt* number = cast<BigInt>(value);
    if (number->count > 2) return false;
    unsigned __int128 magnitude = number->limbs[0];
    if (number->count == 2) {
        if (number->limbs[1] >> 63) return false;
        magnitude |= static_cast<unsigned __int128>(number->limbs[1]) << 64;
    }
    wide = number->is_negative() ? -static_cast<Wide>(magnitude) : static_cast<Wide>(magnitude);
    return true;
}
Value wide_int_slow(Heap& heap, Wide number);
inline Value wide_int(Heap& heap, Wide number) {
    if (number >= Value::min_int && number <= Value::max_int) return Value::integer(static_cast<int64_t>(number));
    return wide_int_slow(heap, number);
}

Value int_add(Run& run, Value a, Value b);
Value int_subtract(Run& run, Value a, Value b);
Value int_multiply(Run& run, Value a, Value b);
// ZeroDivisionError when b is zero.
Value int_floor_divide(Run& run, Value a, Value b);
Value int_modulo(Run& run, Value a, Value b);
Value int_divmod(Run& run, Value a, Value b);
Value int_true_divide(Run& run, Value a, Value b);
// A float when the exponent is negative.
Value int_power(Run& run, Value base, Value exponent);
Value int_power_modulo(Run& run, Value base, Value exponent, Value modulus);
Value int_shift_left(Run& run, Value a, Value bits);
Value int_shift_right(Run& run, Value a, Value bits);
Value int_bits(Run& run, bigint::BitOperation operation, Value a, Value b);
Value int_negative(Run& run, Value a);
Value int_absolute(Run& run, Value a);
Value int_invert(Run& run, Value a);
Value int_gcd(Run& run, Value a, Value b);
// `a` is not negative.
Value int_square_root(Run& run, Value a);

// Any of the operators; NOT_IMPLEMENTED for `@`.
Value int_binary(Run& run, Operator op, Value a, Value b);
// -1, 0 or 1.
int int_compare(Value a, Value b);
int int_sign(Value a);
uint64_t int_bit_length(Value a);

// Truncates; raises for infinity and NaN.
Value int_of_double(Run& run, double number);
// False: OverflowError.
bool double_of_int(Run& run, Value a, double& number);

}  // namespace exmonty
