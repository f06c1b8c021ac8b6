#include "vm/base/unicode_identifier.h"

#include "vm/base/unicode.h"
#include "vm/base/unicode_ranges.h"

namespace exmonty::unicode {
namespace {

// Both properties follow from the category, but for a few characters.
struct Exception {
    char32_t first;
    char32_t last;
    bool value;
};

constexpr Exception start_exceptions[] = {
#define UNICODE_IDENTIFIER_START(first, last, value) {first, last, value},
#include "vm/base/unicode_tables.def"
};

constexpr Exception continue_exceptions[] = {
#define UNICODE_IDENTIFIER_CONTINUE(first, last, value) {first, last, value},
#include "vm/base/unicode_tables.def"
};

static_assert(rows_are_sorted(start_exceptions) && rows_are_sorted(continue_exceptions));

using enum Category;

template <typename... Categories>
constexpr uint32_t bits(Categories... categories) {
    return (category_bit(categories) | ...);
}

constexpr uint32_t starts = bits(Lu, Ll, Lt, Lm, Lo, Nl);
constexpr uint32_t parts = starts | bits(Mn, Mc, Nd, Pc);
constexpr uint32_t unprintables = bits(Cc, Cf, Cs, Co, Cn, Zl, Zp, Zs);

constexpr bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

bool is_identifier_start(char32_t code_point) {
    if (code_point < 0x80) return is_ascii_letter(code_point);
    const Exception* exception = find_row(start_exceptions, code_point);
    return exception != nullptr ? exception->value : is_in(starts, code_point);
}

bool is_identifier_continue(char32_t code_point) {
    if (code_point < 0x80) return is_ascii_letter(code_point) || (code_point >= '0' && code_point <= '9');
    const Exception* exception = find_row(continue_exceptions, code_point);
    return exception != nullptr ? exception->value : is_in(parts, code_point);
}

bool is_printable(char32_t code_point) {
    if (code_point < 0x80) return code_point >= ' ' && code_point != 0x7F;
    return !is_in(unprintables, code_point);
}

}  // namespace exmonty::unicode
