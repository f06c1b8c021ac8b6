#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace exmonty {

// How a base from 2 to 36 fits words: the largest power of it below 2**64, with its exponent.
struct NumberBase {
    unsigned base;
    unsigned word_digits;
    uint64_t word_power;

    constexpr explicit NumberBase(unsigned base) : base(base), word_digits(0), word_power(1) {
        for (uint64_t next; !__builtin_mul_overflow(word_power, uint64_t{base}, &next); ++word_digits)
            word_power = next;
    }

    constexpr bool is_power_of_two() const { return std::has_single_bit(base); }
    // For a power of two.
    constexpr unsigned digit_bits() const { return static_cast<unsigned>(std::countr_zero(base)); }
};

constexpr NumberBase decimal_base{10};
static_assert(decimal_base.word_digits == 19 && decimal_base.word_power == 10'000'000'000'000'000'000u);

constexpr uint8_t no_digit = 36;

struct DigitValues {
    uint8_t of[256];

    constexpr DigitValues() : of() {
        for (uint8_t& value : of) value = no_digit;
        for (uint8_t i = 0; i < 10; ++i) of['0' + i] = i;
        for (uint8_t i = 0; i < 26; ++i) of['a' + i] = of['A' + i] = static_cast<uint8_t>(10 + i);
    }
};
inline constexpr DigitValues digit_values;

// 0 to 35 for an ASCII digit or letter, else no_digit.
constexpr unsigned digit_value(char c) { return digit_values.of[static_cast<unsigned char>(c)]; }

}  // namespace exmonty
