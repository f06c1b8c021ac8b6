#pragma once

#include <cstdint>
#include <string_view>

// What Python's unicodedata knows about a character, as of Unicode 16.0 (CPython 3.14): utf8proc's tables, which are
// those of Unicode 15.0, and what they lack (unicode_tables.def). unicode_types.h has the classes and cases that the
// methods of str need. Any code point may be asked, surrogates included.

namespace exmonty::unicode {

// In the order of utf8proc.
// clang-format off
enum class Category : uint8_t {
    Cn, Lu, Ll, Lt, Lm, Lo, Mn, Mc, Me, Nd, Nl, No, Pc, Pd, Ps, Pe, Pi, Pf, Po, Sm, Sc, Sk, So, Zs, Zl, Zp, Cc, Cf, Cs, Co,
};
// clang-format on

constexpr uint32_t category_bit(Category category) { return uint32_t{1} << static_cast<unsigned>(category); }

// https://docs.python.org/3/library/unicodedata.html#unicodedata.category
Category category(char32_t code_point);
std::string_view category_name(Category category);
inline bool is_in(uint32_t categories, char32_t code_point) {
    return (categories & category_bit(category(code_point))) != 0;
}

// https://docs.python.org/3/library/unicodedata.html#unicodedata.combining
unsigned combining_class(char32_t code_point);

// "W", "Na" and so on: https://docs.python.org/3/library/unicodedata.html#unicodedata.east_asian_width
std::string_view east_asian_width(char32_t code_point);

// "L", "NSM" and so on, empty for what is not assigned:
// https://docs.python.org/3/library/unicodedata.html#unicodedata.bidirectional
std::string_view bidirectional_class(char32_t code_point);

bool is_space_beyond_ascii(char32_t code_point);
int decimal_value_beyond_ascii(char32_t code_point);
int digit_value_beyond_ascii(char32_t code_point);

// str.isspace of one code point; also what str.split and str.strip take for white space.
inline bool is_space(char32_t code_point) {
    if (code_point < 0x80)
        return code_point == ' ' || (code_point >= 9 && code_point <= 13) || (code_point >= 28 && code_point <= 31);
    return is_space_beyond_ascii(code_point);
}

// What str.splitlines splits at.
constexpr bool is_line_break(char32_t code_point) {
    if (code_point < 0x80) return (code_point >= 10 && code_point <= 13) || (code_point >= 28 && code_point <= 30);
    return code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029;
}

// 0 to 9 for a decimal digit (str.isdecimal) of any script, else -1.
inline int decimal_value(char32_t code_point) {
    if (code_point < 0x80) return code_point >= '0' && code_point <= '9' ? static_cast<int>(code_point - '0') : -1;
    return decimal_value_beyond_ascii(code_point);
}

// 0 to 9 for a digit such as a superscript as well (str.isdigit), else -1.
inline int digit_value(char32_t code_point) {
    return code_point < 0x80 ? decimal_value(code_point) : digit_value_beyond_ascii(code_point);
}

// NaN for what is no number: https://docs.python.org/3/library/unicodedata.html#unicodedata.numeric
double numeric_value(char32_t code_point);

}  // namespace exmonty::unicode
