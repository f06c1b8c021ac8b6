#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/bigint.h"
#include "vm/base/format_spec.h"
#include "vm/base/text_sink.h"

// https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting: one conversion specifier of a format
// text, and what it makes of one value. Which value that is, and what kind of value a conversion takes, is the
// caller's.

namespace exmonty {

struct PrintfDirective {
    static constexpr int64_t unset = -1;

    bool has_key = false;
    std::string_view key;  // %(key)s
    bool left = false;
    bool sign = false;
    bool blank = false;
    bool alternate = false;
    bool zero = false;
    bool width_from_argument = false;      // '*'
    bool precision_from_argument = false;  // '*'
    int64_t width = unset;
    int64_t precision = unset;
    char32_t conversion = 0;
    size_t conversion_offset = 0;  // In bytes.
    size_t end = 0;                // Byte offset behind the directive.

    // What a '*' gave: a negative width aligns to the left, a negative precision is 0.
    void set_width(int64_t value);
    void set_precision(int64_t value);
};

enum class PrintfFault : uint8_t { none, incomplete_key, incomplete_format, width_too_big, precision_too_big };

// All ValueErrors.
std::string_view printf_fault_text(PrintfFault fault);

// Reads the directive behind the '%' at text[at - 1]. The conversion may be anything; "%%" is one as well.
PrintfFault parse_printf_directive(PrintfDirective& directive, std::string_view text, size_t at);

// "unsupported format character 'y' (0x79) at index 1" (ValueError); the index counts characters.
bool append_unsupported_conversion(TextSink& sink, const PrintfDirective& directive, std::string_view text);

// d, i, u, o, x, X.
FormatProblem printf_int(TextSink& sink, bigint::View value, const PrintfDirective& directive,
                         const bigint::Work& work);
// e, E, f, F, g, G.
bool printf_float(TextSink& sink, double value, const PrintfDirective& directive);
// s, r, a: the text that str(), repr() or ascii() gave.
bool printf_text(TextSink& sink, std::string_view text, const PrintfDirective& directive);
// c
bool printf_character(TextSink& sink, char32_t code_point, const PrintfDirective& directive);

}  // namespace exmonty
