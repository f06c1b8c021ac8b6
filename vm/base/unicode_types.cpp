#include "vm/base/unicode_types.h"

#include <iterator>

namespace exmonty::unicode {
namespace tables {

const uint16_t class_bits[] = {
#define CLASS(bits) bits,
#include "vm/base/unicode_types.def"
};

const uint8_t class_places[class_place_count] = {
#define CLASS_PLACES
#include "vm/base/unicode_types.def"
};

const char class_blocks[][class_block + 1] = {
#define CLASS_BLOCK(text) text,
#include "vm/base/unicode_types.def"
};

const CaseRow case_rows[] = {
#define CASE(upper, lower, title, fold) {{upper, lower, title, fold}},
#include "vm/base/unicode_types.def"
};

const uint8_t case_places[] = {
#define CASE_PLACES
#include "vm/base/unicode_types.def"
};
const size_t case_place_count = std::size(case_places);

const uint16_t case_blocks[] = {
#define CASE_BLOCKS
#include "vm/base/unicode_types.def"
};

}  // namespace tables

namespace {

constexpr char32_t case_sequences[] = {
#define CASE_SEQUENCES
#include "vm/base/unicode_types.def"
};

}  // namespace

CaseMapping long_in_case(int32_t mapping) {
    CaseMapping result{};
    result.count = static_cast<uint8_t>(mapping >> 16 & 0xF);
    for (size_t i = 0; i < result.count; i++) result.code_points[i] = case_sequences[static_cast<size_t>(mapping & 0xFFFF) + i];
    return result;
}

}  // namespace exmonty::unicode
