#include "vm/syntax/number_literal.h"

#include <charconv>
#include <cstring>

#include "vm/base/float_parse.h"

namespace exmonty {

namespace {

constexpr char lower(char c) { return c | 0x20; }

// 2, 8 or 16 if there is a prefix like `0x`, else 10.
uint8_t base_of(std::string_view text) {
    if (text.size() < 2 || text[0] != '0') return 10;
    switch (lower(text[1])) {
        case 'x':
            return 16;
        case 'o':
            return 8;
        case 'b':
            return 2;
        default:
            return 10;
    }
}

bool is_integer(std::string_view text) {
    for (char c : text) {
        if ((c < '0' || c > '9') && c != '_') return false;
    }
    return true;
}

// The text without underscores: the text itself, or a copy. A null view if the arena was refused.
std::string_view without_underscores(std::string_view text, Arena& arena) {
    if (std::memchr(text.data(), '_', text.size()) == nullptr) return text;
    char* copy = static_cast<char*>(arena.allocate_bytes(text.size()));
    if (copy == nullptr) return {};
    char* end = copy;
    for (char c : text) {
        if (c != '_') *end++ = c;
    }
    return {copy, static_cast<size_t>(end - copy)};
}

bool read_integer(std::string_view digits, uint8_t base, Arena& arena, ast::Constant& constant) {
    constant.type = ast::ConstantType::Integer;
    constant.base = base;
    constant.text = without_underscores(digits, arena);
    if (constant.text.data() == nullptr) return false;
    const char* end = constant.text.data() + constant.text.size();
    std::from_chars_result result = std::from_chars(constant.text.data(), end, constant.integer, base);
    constant.fits_int64 = result.ec == std::errc();
    return true;
}

}  // namespace

size_t excess_digits(std::string_view text) {
    if (text.size() <= MaxDecimalDigits || base_of(text) != 10 || !is_integer(text)) return 0;
    size_t digits = 0;
    for (char c : text) digits += c != '_';
    return digits > MaxDecimalDigits ? digits : 0;
}

// https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals
bool read_number(std::string_view text, Arena& arena, ast::Constant& constant) {
    uint8_t base = base_of(text);
    if (base != 10) return read_integer(text.substr(2), base, arena, constant);
    if (is_integer(text)) return excess_digits(text) == 0 && read_integer(text, base, arena, constant);
    bool is_imaginary = lower(text.back()) == 'j';
    if (is_imaginary) text.remove_suffix(1);
    std::string_view digits = without_underscores(text, arena);
    constant.type = is_imaginary ? ast::ConstantType::Imaginary : ast::ConstantType::Float;
    return digits.data() != nullptr && parse_float_ascii(digits, constant.number);
}

}  // namespace exmonty
