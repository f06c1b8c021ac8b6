#pragma once

#include <cstddef>
#include <cstdint>

// What Python's str knows about letters, digits and their cases, as of the Unicode version of CPython 3.14.

namespace exmonty::unicode {

enum Class : uint16_t {
    alphabetic = 1 << 0,
    decimal = 1 << 1,
    digit = 1 << 2,
    numeric = 1 << 3,
    lower = 1 << 4,
    upper = 1 << 5,
    title = 1 << 6,
    case_ignorable = 1 << 7,
    cased = 1 << 8,
    alphanumeric = alphabetic | decimal | digit | numeric,
};

// The classes of a code point, as bits.
uint16_t classes_of(char32_t code_point);
inline bool is_of(char32_t code_point, uint16_t classes) { return (classes_of(code_point) & classes) != 0; }

// A code point in another case: up to three code points.
struct CaseMapping {
    static constexpr size_t most = 3;
    char32_t code_points[most];
    uint8_t count;
};

enum class Case : uint8_t { Upper, Lower, Title, Folded };

CaseMapping in_case(char32_t code_point, Case which);

}  // namespace exmonty::unicode
