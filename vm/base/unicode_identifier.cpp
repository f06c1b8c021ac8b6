#include "vm/base/unicode_identifier.h"

#include <cstddef>
#include <cstdint>

namespace exmonty::unicode {

namespace {

struct Range {
    uint32_t first;
    uint32_t last;
};

constexpr Range StartRanges[] = {
#define XID_START(first, last) {first, last},
#include "vm/base/unicode_ranges.def"
};

constexpr Range ContinueOnlyRanges[] = {
#define XID_CONTINUE_ONLY(first, last) {first, last},
#include "vm/base/unicode_ranges.def"
};

constexpr Range NotPrintableRanges[] = {
#define NOT_PRINTABLE(first, last) {first, last},
#include "vm/base/unicode_ranges.def"
};

template <size_t Count>
constexpr bool is_sorted(const Range (&ranges)[Count]) {
    for (size_t index = 0; index < Count; index++) {
        if (ranges[index].first > ranges[index].last) return false;
        if (index > 0 && ranges[index].first <= ranges[index - 1].last) return false;
    }
    return true;
}

static_assert(is_sorted(StartRanges) && is_sorted(ContinueOnlyRanges) && is_sorted(NotPrintableRanges));

template <size_t Count>
bool contains(const Range (&ranges)[Count], char32_t code_point) {
    size_t low = 0;
    size_t high = Count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code_point > ranges[middle].last) {
            low = middle + 1;
        } else if (code_point < ranges[middle].first) {
            high = middle;
        } else {
            return true;
        }
    }
    return false;
}

constexpr bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

bool is_identifier_start(char32_t code_point) {
    return code_point < 0x80 ? is_ascii_letter(code_point) : contains(StartRanges, code_point);
}

bool is_identifier_continue(char32_t code_point) {
    if (code_point < 0x80) return is_ascii_letter(code_point) || (code_point >= '0' && code_point <= '9');
    return contains(StartRanges, code_point) || contains(ContinueOnlyRanges, code_point);
}

bool is_printable(char32_t code_point) {
    if (code_point < 0x80) return code_point >= ' ' && code_point != 0x7F;
    return !contains(NotPrintableRanges, code_point);
}

}  // namespace exmonty::unicode
