#pragma once

#include <cstdint>

// What Python's str knows about a code point, as of Unicode 16.0 (CPython 3.14).

namespace exmonty::unicode {

bool is_space_beyond_ascii(char32_t code_point);
int decimal_value_beyond_ascii(char32_t code_point);

// str.isspace of one code point; also what str.split and str.strip take for white space.
inline bool is_space(char32_t code_point) {
    if (code_point < 0x80)
        return code_point == ' ' || (code_point >= 9 && code_point <= 13) || (code_point >= 28 && code_point <= 31);
    return is_space_beyond_ascii(code_point);
}

// 0 to 9 for a decimal digit (str.isdecimal) of any script, else -1.
inline int decimal_value(char32_t code_point) {
    if (code_point < 0x80) return code_point >= '0' && code_point <= '9' ? static_cast<int>(code_point - '0') : -1;
    return decimal_value_beyond_ascii(code_point);
}

}  // namespace exmonty::unicode
