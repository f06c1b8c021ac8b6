#include "vm/base/unicode_types.h"

#include <iterator>

namespace exmonty::unicode {
namespace {

constexpr uint16_t class_bits[] = {
#define CLASS(bits) bits,
#include "vm/base/unicode_types.def"
};

constexpr size_t class_block = 256;

constexpr uint8_t class_places[] = {
#define CLASS_PLACES
#include "vm/base/unicode_types.def"
};
static_assert(std::size(class_places) * class_block == 0x110000);

constexpr char class_blocks[][class_block + 1] = {
#define CLASS_BLOCK(text) text,
#include "vm/base/unicode_types.def"
};

// By Case.
struct CaseRow {
    int32_t mappings[4];
};

constexpr CaseRow case_rows[] = {
#define CASE(upper, lower, title, fold) {{upper, lower, title, fold}},
#include "vm/base/unicode_types.def"
};

constexpr char32_t case_sequences[] = {
#define CASE_SEQUENCES
#include "vm/base/unicode_types.def"
};

constexpr size_t case_block = 32;

constexpr uint8_t case_places[] = {
#define CASE_PLACES
#include "vm/base/unicode_types.def"
};

constexpr uint16_t case_blocks[] = {
#define CASE_BLOCKS
#include "vm/base/unicode_types.def"
};

constexpr int32_t long_mapping = 1 << 30;

}  // namespace

uint16_t classes_of(char32_t code_point) {
    const char* block = class_blocks[class_places[code_point / class_block]];
    return class_bits[block[code_point % class_block] - '0'];
}

CaseMapping in_case(char32_t code_point, Case which) {
    CaseMapping result{{code_point}, 1};
    size_t place = code_point / case_block;
    if (place >= std::size(case_places)) return result;
    const CaseRow& row = case_rows[case_blocks[case_places[place] * case_block + code_point % case_block]];
    int32_t mapping = row.mappings[static_cast<size_t>(which)];
    if (mapping < long_mapping) {
        result.code_points[0] = static_cast<char32_t>(static_cast<int32_t>(code_point) + mapping);
        return result;
    }
    result.count = static_cast<uint8_t>(mapping >> 16 & 0xF);
    for (size_t i = 0; i < result.count; i++) result.code_points[i] = case_sequences[(mapping & 0xFFFF) + static_cast<int32_t>(i)];
    return result;
}

}  // namespace exmonty::unicode
