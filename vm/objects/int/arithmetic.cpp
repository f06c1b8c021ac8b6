// Arithmetic on ints. Numbers of up to 127 bits are worked in registers, larger ones by vm/base/bigint.h.
#include "vm/objects/int/number.h"

#include "vm/objects/format.h"

#include <bit>
#include <cmath>

namespace exmonty {
namespace {

Value division_by_zero(Run& run) { return run.raise(ExceptionType::ZeroDivisionError, {"division by zero"}); }

struct WideDivision {
    Wide quotient;
    Wide rest;
};

// Rounded towards minus infinity; b is not zero.
WideDivision divide_wide(Wide a, Wide b) {
    Wide quotient;
    Wide rest;
    if (a == static_cast<int64_t>(a) && b == static_cast<int64_t>(b) && b != -1) {
        quotient = static_cast<int64_t>(a) / static_cast<int64_t>(b);
        rest = static_cast<int64_t>(a) % static_cast<int64_t>(b);
    } else {
        quotient = a / b;
        rest = a % b;
    }
    if (rest != 0 && (rest < 0) != (b < 0)) {
        quotient--;
        rest += b;
    }
    return {quotient, rest};
}

// Both results, or the one that is asked for.
Value divide_large(Run& run, Value a, Value b, Value* quotient, Value* rest) {
    const IntView x(a);
    const IntView y(b);
    IntResult whole(run, quotient ? bigint::quotient_limbs(view_of(x), view_of(y)) : 0);
    IntResult left(run, rest ? bigint::remainder_limbs(view_of(x), view_of(y)) : 0);
    if (whole.refused() || left.refused()) return run.refused();
    bigint::Status status = bigint::divide(quotient ? &whole.number : nullptr, rest ? &left.number : nullptr, view_of(x),
                                           view_of(y), number_work(run));
    if (status != bigint::Status::ok) return int_failure(run, status);
    if (quotient) *quotient = whole.value();
    if (rest) *rest = left.value();
    return NONE;
}

using LinearOperation = void (*)(bigint::Number&, bigint::View, bigint::View);

Value apply_linear(Run& run, LinearOperation operation, Value a, Value b) {
    const IntView x(a);
    const IntView y(b);
    IntResult result(run, bigint::add_limbs(view_of(x), view_of(y)));
    if (result.refused()) return run.refused();
    operation(result.number, view_of(x), view_of(y));
    return result.value();
}

// base ** exponent while it fits; the exponent is not negative.
bool power_wide(Wide base, int64_t exponent, Wide& result) {
    result = 1;
    for (;;) {
        if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) return false;
        exponent >>= 1;
        if (exponent == 0) return true;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
}

// (base ** exponent) % modulus for 0 <= base < modulus < 2**63.
uint64_t power_modulo_word(uint64_t base, uint64_t exponent, uint64_t modulus) {
    uint64_t result = 1 % modulus;
    for (; exponent != 0; exponent >>= 1) {
        if (exponent & 1) result = static_cast<uint64_t>(static_cast<unsigned __int128>(result) * base % modulus);
        base = static_cast<uint64_t>(static_cast<unsigned __int128>(base) * base % modulus);
    }
    return result;
}

Value power_modulo_large(Run& run, Value base, Value exponent, Value modulus) {
    const IntView x(base);
    const IntView n(exponent);
    const IntView m(modulus);
    IntResult result(run, bigint::power_modulo_limbs(view_of(m)));
    if (result.refused()) return run.refused();
    return result.value(bigint::power_modulo(result.number, view_of(x), view_of(n), view_of(m), number_work(run)));
}

// The x with base * x = 1 modulo the modulus.
Value invert_modulo(Run& run, Value base, Value modulus) {
    const IntView x(base);
    const IntView m(modulus);
    IntResult result(run, bigint::invert_modulo_limbs(view_of(m)));
    if (result.refused()) return run.refused();
    bool invertible = false;
    bigint::Status status = bigint::invert_modulo(result.number, invertible, view_of(x), view_of(m), number_work(run));
    if (status == bigint::Status::ok && !invertible)
        return run.value_error({"base is not invertible for the given modulus"});
    return result.value(status);
}

// A power of a base whose powers need no room; UNBOUND for others.
Value trivial_power(Value base, Value exponent) {
    if (base == Value::integer(0)) return Value::integer(int_sign(exponent) == 0);
    if (base == Value::integer(1)) return base;
    if (base != Value::integer(-1)) return UNBOUND;
    const IntView n(exponent);
    return Value::integer(view_of(n).is_odd() ? -1 : 1);
}

Value negative_power(Run& run, Value base, Value exponent) {
    if (int_sign(base) == 0) return run.raise(ExceptionType::ZeroDivisionError, {"zero to a negative power"});
    double x;
    double y;
    if (!double_of_int(run, base, x) || !double_of_int(run, exponent, y)) return RAISED;
    return run.floating(std::pow(x, y));
}

}  // namespace

Value int_failure(Run& run, bigint::Status status) {
    return status == bigint::Status::no_memory ? run.refused() : RAISED;
}

IntResult::IntResult(Run& run, size_t limbs) : run_(run) {
    if (limbs <= inline_limbs) {
        number.limbs = inline_;
        return;
    }
    cell_ = new_big_int(run.heap, limbs);
    if (cell_) number.limbs = cell_->limbs;
}

Value IntResult::value() {
    // A cell that is much too large is left to the collector.
    bool roomy = cell_ && number.size + inline_limbs < cell_->count && number.size < cell_->count / 2;
    if (!cell_ || roomy || number.size <= 1) {
        Value result = int_value(run_.heap, number.limbs, number.size, number.negative);
        return result == UNBOUND ? run_.refused() : result;
    }
    cell_->count = static_cast<uint32_t>(number.size);
    if (number.negative) cell_->flags |= BigInt::negative;
    return Value::cell(cell_);
}

Value IntResult::value(bigint::Status status) {
    return status == bigint::Status::ok ? value() : int_failure(run_, status);
}

Value wide_int_slow(Heap& heap, Wide number) {
    bool negative = number < 0;
    unsigned __int128 magnitude = negative ? -static_cast<unsigned __int128>(number) : static_cast<unsigned __int128>(number);
    uint64_t high = static_cast<uint64_t>(magnitude >> 64);
    BigInt* result = new_big_int(heap, high ? 2 : 1);
    result->limbs[0] = static_cast<uint64_t>(magnitude);
    if (high) result->limbs[1] = high;
    if (negative) result->flags |= BigInt::negative;
    return Value::cell(result);
}

Value int_add(Run& run, Value a, Value b) {
    Wide x;
    Wide y;
    Wide sum;
    if (to_wide(a, x) && to_wide(b, y) && !__builtin_add_overflow(x, y, &sum)) return wide_int(run.heap, sum);
    return apply_linear(run, bigint::add, a, b);
}

Value int_subtract(Run& run, Value a, Value b) {
    Wide x;
    Wide y;
    Wide difference;
    if (to_wide(a, x) && to_wide(b, y) && !__builtin_sub_overflow(x, y, &difference)) return wide_int(run.heap, difference);
    return apply_linear(run, bigint::subtract, a, b);
}

Value int_multiply(Run& run, Value a, Value b) {
    Wide x;
    Wide y;
    Wide product;
    if (to_wide(a, x) && to_wide(b, y) && !__builtin_mul_overflow(x, y, &product)) return wide_int(run.heap, product);
    const IntView left(a);
    const IntView right(b);
    IntResult result(run, bigint::multiply_limbs(view_of(left), view_of(right)));
    if (result.refused()) return run.refused();
    return result.value(bigint::multiply(result.number, view_of(left), view_of(right), number_work(run)));
}

Value int_floor_divide(Run& run, Value a, Value b) {
    if (int_sign(b) == 0) return division_by_zero(run);
    Wide x;
    Wide y;
    if (to_wide(a, x) && to_wide(b, y)) return wide_int(run.heap, divide_wide(x, y).quotient);
    Value quotient = NONE;
    Value status = divide_large(run, a, b, &quotient, nullptr);
    return is_result(status) ? status : quotient;
}

Value int_modulo(Run& run, Value a, Value b) {
    if (int_sign(b) == 0) return division_by_zero(run);
    Wide x;
    Wide y;
    if (to_wide(a, x) && to_wide(b, y)) return wide_int(run.heap, divide_wide(x, y).rest);
    Value rest = NONE;
    Value status = divide_large(run, a, b, nullptr, &rest);
    return is_result(status) ? status : rest;
}

Value int_divmod(Run& run, Value a, Value b) {
    if (int_sign(b) == 0) return division_by_zero(run);
    Wide x;
    Wide y;
    if (to_wide(a, x) && to_wide(b, y)) {
        WideDivision result = divide_wide(x, y);
        return run.tuple({wide_int(run.heap, result.quotient), wide_int(run.heap, result.rest)});
    }
    Value quotient = NONE;
    Value rest = NONE;
    Value status = divide_large(run, a, b, &quotient, &rest);
    if (is_result(status)) return status;
    if (is_result(quotient)) return quotient;
    return is_result(rest) ? rest : run.tuple({quotient, rest});
}

Value int_true_divide(Run& run, Value a, Value b) {
    if (int_sign(b) == 0) return division_by_zero(run);
    constexpr int64_t exact = int64_t{1} << 53;
    Value x = plain_int(a);
    Value y = plain_int(b);
    bool exact_both = both_int(x, y) && x.as_int() <= exact && x.as_int() >= -exact && y.as_int() <= exact && y.as_int() >= -exact;
    if (exact_both) return run.floating(static_cast<double>(x.as_int()) / static_cast<double>(y.as_int()));
    const IntView left(x);
    const IntView right(y);
    bigint::DoubleResult result{};
    bigint::Status status = bigint::true_divide(result, view_of(left), view_of(right), number_work(run));
    if (status != bigint::Status::ok) return int_failure(run, status);
    if (result.overflow) return run.raise(ExceptionType::OverflowError, {"integer division result too large for a float"});
    return run.floating(result.value);
}

Value int_power(Run& run, Value base, Value exponent) {
    base = plain_int(base);
    exponent = plain_int(exponent);
    if (int_sign(exponent) < 0) return negative_power(run, base, exponent);
    Value trivial = trivial_power(base, exponent);
    if (trivial != UNBOUND) return trivial;
    // Any other base to such a power is larger than all memory.
    if (!exponent.is_int()) return run.refused();
    Wide wide;
    if (to_wide(base, wide) && power_wide(wide, exponent.as_int(), wide)) return wide_int(run.heap, wide);
    const IntView x(base);
    uint64_t times = static_cast<uint64_t>(exponent.as_int());
    IntResult result(run, bigint::power_limbs(view_of(x), times));
    if (result.refused()) return run.refused();
    return result.value(bigint::power(result.number, view_of(x), times, number_work(run)));
}

Value int_power_modulo(Run& run, Value base, Value exponent, Value modulus) {
    base = plain_int(base);
    exponent = plain_int(exponent);
    modulus = plain_int(modulus);
    if (int_sign(modulus) == 0) return run.value_error({"pow() 3rd argument cannot be 0"});
    if (int_sign(exponent) < 0) {
        base = invert_modulo(run, base, modulus);
        if (is_result(base)) return base;
        exponent = int_negative(run, exponent);
        if (is_result(exponent)) return exponent;
    }
    if (both_int(base, modulus) && exponent.is_int() && modulus.as_int() > 0) {
        int64_t m = modulus.as_int();
        int64_t x = base.as_int() % m;
        uint64_t result = power_modulo_word(static_cast<uint64_t>(x < 0 ? x + m : x), static_cast<uint64_t>(exponent.as_int()),
                                            static_cast<uint64_t>(m));
        return Value::integer(static_cast<int64_t>(result));
    }
    return power_modulo_large(run, base, exponent, modulus);
}

Value int_shift_left(Run& run, Value a, Value bits) {
    if (int_sign(bits) < 0) return run.value_error({"negative shift count"});
    if (int_sign(a) == 0) return Value::integer(0);
    bits = plain_int(bits);
    if (!bits.is_int()) return run.raise(ExceptionType::OverflowError, {"too many digits in integer"});
    int64_t count = bits.as_int();
    Wide wide;
    if (count < 64 && to_wide(a, wide) && wide == static_cast<int64_t>(wide))
        return wide_int(run.heap, static_cast<Wide>(static_cast<unsigned __int128>(wide) << count));
    const IntView x(a);
    IntResult result(run, bigint::shift_left_limbs(view_of(x), static_cast<uint64_t>(count)));
    if (result.refused()) return run.refused();
    bigint::shift_left(result.number, view_of(x), static_cast<uint64_t>(count));
    return result.value();
}

Value int_shift_right(Run& run, Value a, Value bits) {
    if (int_sign(bits) < 0) return run.value_error({"negative shift count"});
    bits = plain_int(bits);
    if (!bits.is_int()) return Value::integer(int_sign(a) < 0 ? -1 : 0);
    int64_t count = bits.as_int();
    Wide wide;
    if (to_wide(a, wide)) return wide_int(run.heap, wide >> (count > 127 ? 127 : count));
    const IntView x(a);
    IntResult result(run, bigint::shift_right_limbs(view_of(x), static_cast<uint64_t>(count)));
    if (result.refused()) return run.refused();
    bigint::shift_right(result.number, view_of(x), static_cast<uint64_t>(count));
    return result.value();
}

Value int_bits(Run& run, bigint::BitOperation operation, Value a, Value b) {
    Wide x;
    Wide y;
    if (to_wide(a, x) && to_wide(b, y)) {
        switch (operation) {
            case bigint::BitOperation::bit_and: return wide_int(run.heap, x & y);
            case bigint::BitOperation::bit_or: return wide_int(run.heap, x | y);
            case bigint::BitOperation::bit_xor: return wide_int(run.heap, x ^ y);
        }
    }
    const IntView left(a);
    const IntView right(b);
    IntResult result(run, bigint::bit_operation_limbs(view_of(left), view_of(right)));
    if (result.refused()) return run.refused();
    bigint::apply(result.number, operation, view_of(left), view_of(right));
    return result.value();
}

Value int_negative(Run& run, Value a) {
    Wide wide;
    if (to_wide(a, wide)) return wide_int(run.heap, -wide);
    const IntView x(a);
    Value result = int_value(run.heap, x.limbs, x.count, !x.negative);
    return result == UNBOUND ? run.refused() : result;
}

Value int_absolute(Run& run, Value a) { return int_sign(a) < 0 ? int_negative(run, a) : plain_int(a); }

// ~a is -1 - a.
Value int_invert(Run& run, Value a) {
    if (a.is_int()) return Value::integer(~a.as_int());
    return int_subtract(run, Value::integer(-1), a);
}

Value int_gcd(Run& run, Value a, Value b) {
    const IntView x(a);
    const IntView y(b);
    if (x.count <= 1 && y.count <= 1) {
        uint64_t m = x.count ? x.limbs[0] : 0;
        uint64_t n = y.count ? y.limbs[0] : 0;
        while (n != 0) {
            uint64_t rest = m % n;
            m = n;
            n = rest;
        }
        return wide_int(run.heap, static_cast<Wide>(m));
    }
    IntResult result(run, bigint::gcd_limbs(view_of(x), view_of(y)));
    if (result.refused()) return run.refused();
    return result.value(bigint::gcd(result.number, view_of(x), view_of(y), number_work(run)));
}

Value int_square_root(Run& run, Value a) {
    const IntView x(a);
    IntResult result(run, bigint::square_root_limbs(view_of(x)));
    if (result.refused()) return run.refused();
    return result.value(bigint::square_root(result.number, view_of(x), number_work(run)));
}

Value int_binary(Run& run, Operator op, Value a, Value b) {
    switch (op) {
        case Operator::Add: return int_add(run, a, b);
        case Operator::Sub: return int_subtract(run, a, b);
        case Operator::Mul: return int_multiply(run, a, b);
        case Operator::TrueDiv: return int_true_divide(run, a, b);
        case Operator::FloorDiv: return int_floor_divide(run, a, b);
        case Operator::Mod: return int_modulo(run, a, b);
        case Operator::Pow: return int_power(run, a, b);
        case Operator::LShift: return int_shift_left(run, a, b);
        case Operator::RShift: return int_shift_right(run, a, b);
        case Operator::And: return int_bits(run, bigint::BitOperation::bit_and, a, b);
        case Operator::Or: return int_bits(run, bigint::BitOperation::bit_or, a, b);
        case Operator::Xor: return int_bits(run, bigint::BitOperation::bit_xor, a, b);
        case Operator::DivMod: return int_divmod(run, a, b);
        case Operator::MatMul: return NOT_IMPLEMENTED;
    }
    return NOT_IMPLEMENTED;
}

int int_sign(Value a) {
    a = plain_int(a);
    if (a.is_int()) return a.as_int() < 0 ? -1 : a.as_int() > 0;
    return cast<BigInt>(a)->is_negative() ? -1 : 1;
}

int int_compare(Value a, Value b) {
    a = plain_int(a);
    b = plain_int(b);
    if (both_int(a, b)) return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
    const IntView x(a);
    const IntView y(b);
    return bigint::compare(view_of(x), view_of(y));
}

uint64_t int_bit_length(Value a) {
    const IntView x(a);
    return bigint::bit_length(view_of(x));
}

Value int_of_double(Run& run, double number) {
    if (std::fabs(number) < 0x1p61) return Value::integer(static_cast<int64_t>(number));
    if (std::isnan(number)) return run.value_error({"cannot convert float NaN to integer"});
    if (std::isinf(number)) return run.raise(ExceptionType::OverflowError, {"cannot convert float infinity to integer"});
    IntResult result(run, bigint::from_double_limbs);
    bigint::from_double(result.number, number);
    return result.value();
}

bool double_of_int(Run& run, Value a, double& number) {
    a = plain_int(a);
    if (a.is_int()) {
        number = static_cast<double>(a.as_int());
        return true;
    }
    const IntView x(a);
    bigint::DoubleResult result = bigint::to_double(view_of(x));
    number = result.value;
    if (result.overflow) run.raise(ExceptionType::OverflowError, {"int too large to convert to float"});
    return !result.overflow;
}

}  // namespace exmonty
