// Fast paths of the arithmetic and comparison instructions: both operands ints of the value word, or both inline floats.
// Everything else is Run::binary and friends.
#pragma once

#include "vm/base/value.h"
#include "vm/objects/operators.h"

namespace exmonty {

[[gnu::always_inline]] inline bool store_float(double number, Value& out) {
    uint64_t word = Value::float_word(number);
    out = Value::from_bits(word);
    return (word & 2) != 0;
}

// False: not a fast case; `out` is untouched or scratch.
template <Operator op>
[[gnu::always_inline]] inline bool fast_binary(Value a, Value b, Value& out) {
    if (both_int(a, b)) {
        if constexpr (op == Operator::Add || op == Operator::Sub) {
            int64_t sum;
            bool overflow = op == Operator::Add
                                ? __builtin_add_overflow(static_cast<int64_t>(a.bits), static_cast<int64_t>(b.bits), &sum)
                                : __builtin_sub_overflow(static_cast<int64_t>(a.bits), static_cast<int64_t>(b.bits), &sum);
            if (overflow) return false;
            out = Value::from_bits(static_cast<uint64_t>(sum));
            return true;
        } else if constexpr (op == Operator::Mul) {
            int64_t product;
            if (__builtin_mul_overflow(a.as_int(), static_cast<int64_t>(b.bits), &product)) return false;
            out = Value::from_bits(static_cast<uint64_t>(product));
            return true;
        } else if constexpr (op == Operator::And) {
            out = Value::from_bits(a.bits & b.bits);
            return true;
        } else if constexpr (op == Operator::Or) {
            out = Value::from_bits(a.bits | b.bits);
            return true;
        } else if constexpr (op == Operator::Xor) {
            out = Value::from_bits(a.bits ^ b.bits);
            return true;
        } else if constexpr (op == Operator::FloorDiv || op == Operator::Mod) {
            int64_t x = a.as_int();
            int64_t y = b.as_int();
            // Half as wide and without signs: several times quicker on most machines.
            if (static_cast<uint64_t>(x | y) <= UINT32_MAX && y != 0) {
                const uint32_t divided = static_cast<uint32_t>(x);
                const uint32_t by = static_cast<uint32_t>(y);
                out = Value::integer(op == Operator::Mod ? divided % by : divided / by);
                return true;
            }
            if (y == 0 || y == -1) return false;
            int64_t quotient = x / y;
            int64_t rest = x % y;
            if (rest != 0 && (rest ^ y) < 0) {
                quotient--;
                rest += y;
            }
            out = Value::integer(op == Operator::Mod ? rest : quotient);
            return true;
        } else if constexpr (op == Operator::TrueDiv) {
            int64_t x = a.as_int();
            int64_t y = b.as_int();
            constexpr int64_t exact = int64_t{1} << 53;
            if (y == 0 || x > exact || x < -exact || y > exact || y < -exact) return false;
            return store_float(static_cast<double>(x) / static_cast<double>(y), out);
        } else if constexpr (op == Operator::LShift) {
            int64_t x = a.as_int();
            int64_t y = b.as_int();
            if (y < 0 || y > 60) return false;
            int64_t shifted = static_cast<int64_t>(static_cast<uint64_t>(x) << y);
            if (shifted >> y != x || !Value::fits_int(shifted)) return false;
            out = Value::integer(shifted);
            return true;
        } else if constexpr (op == Operator::RShift) {
            int64_t y = b.as_int();
            if (y < 0) return false;
            out = Value::integer(a.as_int() >> (y > 63 ? 63 : y));
            return true;
        } else {
            return false;
        }
    }
    if constexpr (op == Operator::Add || op == Operator::Sub || op == Operator::Mul || op == Operator::TrueDiv) {
        double x;
        double y;
        if (both_inline_float(a, b)) {
            x = a.as_inline_float();
            y = b.as_inline_float();
        } else if (a.is_inline_float() && b.is_int()) {
            // An int of the value word may not be exact as a double, but the conversion rounds as Python's does.
            x = a.as_inline_float();
            y = static_cast<double>(b.as_int());
        } else if (a.is_int() && b.is_inline_float()) {
            x = static_cast<double>(a.as_int());
            y = b.as_inline_float();
        } else {
            return false;
        }
        if constexpr (op == Operator::Add) return store_float(x + y, out);
        if constexpr (op == Operator::Sub) return store_float(x - y, out);
        if constexpr (op == Operator::Mul) return store_float(x * y, out);
        if constexpr (op == Operator::TrueDiv) return y != 0 && store_float(x / y, out);
    }
    return false;
}

// Small ints are ordered as their words are.
[[gnu::always_inline]] inline int64_t order_of(Value small_int) { return static_cast<int64_t>(small_int.bits); }

// Longer texts are compared where that can be polled.
constexpr uint32_t unpolled_text = 4096;

// 1 true, 0 false, -1: not a fast case.
template <Comparison comparison>
[[gnu::always_inline]] inline int fast_compare(Value a, Value b) {
    if (both_int(a, b)) return holds(comparison, order_of(a), order_of(b));
    if (both_inline_float(a, b)) return holds(comparison, a.as_inline_float(), b.as_inline_float());
    if constexpr (comparison == Comparison::Eq || comparison == Comparison::Ne)
        if (is_kind(a, Kind::Str) && is_kind(b, Kind::Str) && cast<Str>(a)->count < unpolled_text)
            return equal(cast<Str>(a), cast<Str>(b)) == (comparison == Comparison::Eq);
    return -1;
}

}  // namespace exmonty
