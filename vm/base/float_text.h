#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vm/base/text_sink.h"

// Floats as text: what repr(), format() and '%' print, and float.hex().
//
// A text is first taken apart into FloatParts: the digits that carry information (some 1,400 at most) in a fixed
// buffer, and a count of zeros behind them. So the size of `'%.1000000000f' % 1.0` is known before a byte is written,
// and who groups or pads digits works on the parts.

namespace exmonty {

enum class FloatStyle : uint8_t {
    exponent,  // 'e': `precision` digits behind the point.
    fixed,     // 'f': likewise.
    general,   // 'g': `precision` significant digits, trailing zeros removed unless `alternate`.
    shortest,  // repr: the fewest digits that read back as the same value; `precision` has no meaning.
};

struct FloatLayout {
    FloatStyle style = FloatStyle::shortest;
    size_t precision = 6;           // At most 2**31 - 1, as in CPython.
    bool alternate = false;         // '#': keep the point, and the zeros of 'g'.
    bool add_dot_zero = false;      // "1.0" rather than "1"; nothing is added in front of an exponent.
    bool no_negative_zero = false;  // 'z': what rounds to -0 loses its sign.
    bool upper_case = false;
};

struct FloatParts {
    static constexpr size_t capacity = 1408;

    bool negative = false;
    bool finite = true;
    bool point = false;
    std::string_view integer;   // "inf" and "nan" stand here too.
    std::string_view fraction;  // Without the point.
    size_t fraction_zeros = 0;  // Zeros behind `fraction`.
    std::string_view exponent;  // "e+16", or nothing.

    FloatParts(double value, const FloatLayout& layout);
    FloatParts(const FloatParts&) = delete;
    FloatParts& operator=(const FloatParts&) = delete;

    size_t size_behind_integer() const { return (point ? 1 : 0) + fraction.size() + fraction_zeros + exponent.size(); }

  private:
    void make_fixed(double magnitude, const FloatLayout& layout);
    void make_exponent(double magnitude, const FloatLayout& layout);
    void make_from_digits(double magnitude, const FloatLayout& layout);
    void place_with_exponent(const char* digits, size_t count, size_t shown, int exponent);
    void place_plain(char* digits, size_t count, size_t shown, int point_position);
    bool is_zero() const;

    char buffer_[capacity];
};

// The value with a minus sign where it is negative.
bool append_float(TextSink& sink, double value, const FloatLayout& layout);

// https://docs.python.org/3/library/functions.html#repr of a float.
bool append_float_repr(TextSink& sink, double value);
constexpr size_t float_repr_capacity = 24;

// https://docs.python.org/3/library/stdtypes.html#float.hex
bool append_float_hex(TextSink& sink, double value);
constexpr size_t float_hex_capacity = 24;

}  // namespace exmonty
