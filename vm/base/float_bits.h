#pragma once

#include <bit>
#include <cstdint>

// A double taken apart into integer mantissa and binary exponent, and put together again with correct rounding.

namespace exmonty {

constexpr int double_mantissa_bits = 53;
constexpr int double_max_exponent = 1023;   // Of the leading bit.
constexpr int double_min_exponent = -1022;  // Of the leading bit of the smallest normal number.

// |value| = mantissa * 2**exponent; mantissa is odd, or 0 with exponent 0.
struct FloatBits {
    bool negative;
    uint64_t mantissa;
    int exponent;
};

// `value` is finite.
constexpr FloatBits take_apart(double value) {
    const uint64_t bits = std::bit_cast<uint64_t>(value);
    const bool negative = bits >> 63 != 0;
    const int biased = static_cast<int>(bits >> 52 & 0x7FF);
    uint64_t mantissa = bits & ((uint64_t{1} << 52) - 1);
    if (biased != 0) mantissa |= uint64_t{1} << 52;
    if (mantissa == 0) return {negative, 0, 0};
    const int zeros = std::countr_zero(mantissa);
    return {negative, mantissa >> zeros, (biased != 0 ? biased : 1) - 1075 + zeros};
}

struct RoundedDouble {
    double value;  // Not negative; infinity when too large.
    bool overflow;
};

// (mantissa + something in (0, 1) if `sticky`) * 2**exponent, rounded half to even. A sticky mantissa has
// at least 56 bits, otherwise the discarded part would reach into the result.
constexpr RoundedDouble put_together(uint64_t mantissa, bool sticky, int64_t exponent) {
    if (mantissa == 0) return {0.0, false};
    const int zeros = std::countl_zero(mantissa);
    mantissa <<= zeros;
    const RoundedDouble infinite = {std::bit_cast<double>(uint64_t{0x7FF} << 52), true};
    if (exponent > 4000) return infinite;
    if (exponent < -4000) return {0.0, false};
    const int64_t leading = exponent - zeros + 63;
    if (leading > double_max_exponent) return infinite;
    const int64_t lowest = (leading > double_min_exponent ? leading : double_min_exponent) - (double_mantissa_bits - 1);
    const int64_t drop = lowest - (exponent - zeros);
    if (drop > 64) return {0.0, false};
    uint64_t kept = drop == 64 ? 0 : mantissa >> drop;
    const uint64_t rest = mantissa << (64 - drop);
    const uint64_t half = uint64_t{1} << 63;
    if (rest > half || (rest == half && (sticky || (kept & 1) != 0))) ++kept;
    // A subnormal's bits are its mantissa; adding the exponent field lets a carry out of the mantissa run into it.
    uint64_t bits = kept;
    if (leading >= double_min_exponent) bits += static_cast<uint64_t>(leading - double_min_exponent) << 52;
    return {std::bit_cast<double>(bits), bits >= uint64_t{0x7FF} << 52};
}

static_assert(put_together(1, false, 0).value == 1.0);
static_assert(put_together(1, false, -1074).value == 0x1p-1074);
static_assert(put_together(1, false, -1075).value == 0.0);
static_assert(put_together(3, false, -1076).value == 0x1p-1074);
static_assert(put_together(~uint64_t{0}, false, 0).value == 0x1p64);
static_assert(put_together(~uint64_t{0}, false, 960).overflow);
static_assert(put_together((uint64_t{1} << 53) + 1, false, 0).value == 0x1p53);

}  // namespace exmonty
