#include "vm/base/unicode.h"

#include <utf8proc.h>

#include <limits>

#include "vm/base/unicode_ranges.h"

namespace exmonty::unicode {
namespace {

template <typename Value>
struct Row {
    char32_t first;
    char32_t last;
    Value value;
};

constexpr Row<Category> newer_categories[] = {
#define UNICODE_CATEGORY(first, last, category) {first, last, Category::category},
#include "vm/base/unicode_tables.def"
};
constexpr Row<Category> changed_categories[] = {
#define UNICODE_CHANGED_CATEGORY(first, last, category) {first, last, Category::category},
#include "vm/base/unicode_tables.def"
};
constexpr Row<uint8_t> newer_combining_classes[] = {
#define UNICODE_COMBINING(first, last, combining_class) {first, last, combining_class},
#include "vm/base/unicode_tables.def"
};

// Names have at most three letters; `none` stands for none.
struct ShortName {
    char text[5];
};
constexpr Row<ShortName> newer_bidirectional_classes[] = {
#define UNICODE_BIDIRECTIONAL(first, last, name) {first, last, {#name}},
#include "vm/base/unicode_tables.def"
};
constexpr Row<ShortName> widths[] = {
#define UNICODE_WIDTH(first, last, name) {first, last, {#name}},
#include "vm/base/unicode_tables.def"
};

struct DecimalRow {
    char32_t first;
    char32_t last;
};
constexpr DecimalRow decimals[] = {
#define UNICODE_DECIMAL(zero) {zero, zero + 9},
#include "vm/base/unicode_tables.def"
};
constexpr Row<uint8_t> digits[] = {
#define UNICODE_DIGIT(first, last, value) {first, last, value},
#include "vm/base/unicode_tables.def"
};

struct NumericRow {
    char32_t first;
    char32_t last;
    int64_t numerator;
    int32_t denominator;
    int64_t step;
};
constexpr NumericRow numerics[] = {
#define UNICODE_NUMERIC(first, last, numerator, denominator, step) {first, last, numerator, denominator, step},
#include "vm/base/unicode_tables.def"
};

static_assert(rows_are_sorted(newer_categories) && rows_are_sorted(changed_categories));
static_assert(rows_are_sorted(newer_combining_classes) && rows_are_sorted(newer_bidirectional_classes));
static_assert(rows_are_sorted(widths) && rows_are_sorted(decimals) && rows_are_sorted(digits) &&
              rows_are_sorted(numerics));

const utf8proc_property_t& property(char32_t code_point) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
}

constexpr ShortName bidirectional_names[] = {{""},    {"L"},  {"LRE"}, {"LRO"}, {"R"},   {"AL"},  {"RLE"}, {"RLO"},
                                             {"PDF"}, {"EN"}, {"ES"},  {"ET"},  {"AN"},  {"CS"},  {"NSM"}, {"BN"},
                                             {"B"},   {"S"},  {"WS"},  {"ON"},  {"LRI"}, {"RLI"}, {"FSI"}, {"PDI"}};
static_assert(UTF8PROC_BIDI_CLASS_PDI == std::size(bidirectional_names) - 1);

constexpr ShortName category_names[] = {{"Cn"}, {"Lu"}, {"Ll"}, {"Lt"}, {"Lm"}, {"Lo"}, {"Mn"}, {"Mc"}, {"Me"}, {"Nd"},
                                        {"Nl"}, {"No"}, {"Pc"}, {"Pd"}, {"Ps"}, {"Pe"}, {"Pi"}, {"Pf"}, {"Po"}, {"Sm"},
                                        {"Sc"}, {"Sk"}, {"So"}, {"Zs"}, {"Zl"}, {"Zp"}, {"Cc"}, {"Cf"}, {"Cs"}, {"Co"}};
static_assert(static_cast<int>(Category::Co) == UTF8PROC_CATEGORY_CO);
static_assert(static_cast<int>(Category::Nd) == UTF8PROC_CATEGORY_ND);
static_assert(std::size(category_names) == static_cast<size_t>(Category::Co) + 1);

}  // namespace

Category category(char32_t code_point) {
    const Category known = static_cast<Category>(property(code_point).category);
    if (known == Category::Cn) {
        const Row<Category>* newer = find_row(newer_categories, code_point);
        return newer != nullptr ? newer->value : known;
    }
    const Row<Category>* changed = find_row(changed_categories, code_point);
    return changed != nullptr ? changed->value : known;
}

std::string_view category_name(Category category) { return category_names[static_cast<size_t>(category)].text; }

unsigned combining_class(char32_t code_point) {
    const unsigned known = static_cast<unsigned>(property(code_point).combining_class);
    if (known != 0 || code_point < newer_combining_classes[0].first) return known;
    const Row<uint8_t>* newer = find_row(newer_combining_classes, code_point);
    return newer != nullptr ? newer->value : 0;
}

std::string_view east_asian_width(char32_t code_point) {
    const Row<ShortName>* row = find_row(widths, code_point);
    return row != nullptr ? row->value.text : "N";
}

std::string_view bidirectional_class(char32_t code_point) {
    if (const Row<ShortName>* newer = find_row(newer_bidirectional_classes, code_point); newer != nullptr) {
        const std::string_view name = newer->value.text;
        return name == "none" ? std::string_view() : name;
    }
    return bidirectional_names[property(code_point).bidi_class].text;
}

bool is_space_beyond_ascii(char32_t code_point) {
    if (code_point < 0x1680) return code_point == 0x85 || code_point == 0xA0;
    if (code_point >= 0x2000 && code_point <= 0x200A) return true;
    switch (code_point) {
        case 0x1680:
        case 0x2028:
        case 0x2029:
        case 0x202F:
        case 0x205F:
        case 0x3000: return true;
        default: return false;
    }
}

int decimal_value_beyond_ascii(char32_t code_point) {
    const DecimalRow* row = find_row(decimals, code_point);
    return row != nullptr ? static_cast<int>(code_point - row->first) : -1;
}

int digit_value_beyond_ascii(char32_t code_point) {
    const int decimal = decimal_value_beyond_ascii(code_point);
    if (decimal >= 0) return decimal;
    const Row<uint8_t>* row = find_row(digits, code_point);
    return row != nullptr ? row->value + static_cast<int>(code_point - row->first) : -1;
}

double numeric_value(char32_t code_point) {
    const int decimal = decimal_value(code_point);
    if (decimal >= 0) return decimal;
    const NumericRow* row = find_row(numerics, code_point);
    if (row == nullptr) return std::numeric_limits<double>::quiet_NaN();
    const int64_t offset = static_cast<int64_t>(code_point - row->first);
    const int64_t numerator = row->numerator + offset * row->step;
    return static_cast<double>(numerator) / row->denominator;
}

}  // namespace exmonty::unicode
