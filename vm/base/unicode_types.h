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

enum class Case : uint8_t { Upper, Lower, Title, Folded };

// The tables of unicode_types.def: blocks of code points, found by their place.
namespace tables {

// By Case: differences to the code point, or, from long_mapping on, a place among sequences.
struct CaseRow {
    int32_t mappings[4];
};

constexpr size_t class_block = 256;
constexpr size_t case_block = 32;
constexpr size_t class_place_count = 0x110000 / class_block;
extern const uint8_t class_places[class_place_count];
extern const char class_blocks[][class_block + 1];
extern const uint16_t class_bits[];
extern const size_t case_place_count;
extern const uint8_t case_places[];
extern const uint16_t case_blocks[];
extern const CaseRow case_rows[];
constexpr int32_t long_mapping = 1 << 30;

}  // namespace tables

// The classes of a code point, as bits.
inline uint16_t classes_of(char32_t code_point) {
    const char* block = tables::class_blocks[tables::class_places[code_point / tables::class_block]];
    return tables::class_bits[block[code_point % tables::class_block] - '0'];
}
inline bool is_of(char32_t code_point, uint16_t classes) { return (classes_of(code_point) & classes) != 0; }

// A code point in another case: up to three code points.
struct CaseMapping {
    static constexpr size_t most = 3;
    char32_t code_points[most];
    uint8_t count;
};

CaseMapping long_in_case(int32_t mapping);
inline CaseMapping in_case(char32_t code_point, Case which) {
    using namespace tables;
    size_t place = code_point / case_block;
    if (place >= case_place_count) return {{code_point}, 1};
    const CaseRow& row = case_rows[case_blocks[case_places[place] * case_block + code_point % case_block]];
    int32_t mapping = row.mappings[static_cast<size_t>(which)];
    if (mapping >= long_mapping) [[unlikely]] return long_in_case(mapping);
    return {{static_cast<char32_t>(static_cast<int32_t>(code_point) + mapping)}, 1};
}

}  // namespace exmonty::unicode
