#pragma once

#include <string_view>

#include "vm/base/format_spec.h"
#include "vm/base/text_sink.h"

namespace exmonty {

struct FloatParts;

// A number taken apart, in the order in which it is written. Grouping applies to the digits, padding to the whole.
struct NumberParts {
    bool negative = false;
    std::string_view prefix;   // "0x"
    size_t leading_zeros = 0;  // Digits in front of `digits`.
    std::string_view digits;   // Of the integer part.
    bool point = false;
    std::string_view fraction;
    size_t fraction_zeros = 0;  // Digits behind `fraction`.
    std::string_view exponent;  // "e+16"
    std::string_view suffix;    // "%", or the single character of 'c'.
    size_t suffix_width = 0;    // In characters.

    NumberParts() = default;
    explicit NumberParts(const FloatParts& parts);
};

// Writes sign, digits, separators and padding as the specifier says. False when the sink refused the size, which is
// known before anything is written.
bool write_number(TextSink& sink, const NumberParts& parts, const FormatSpec& spec);

}  // namespace exmonty
