#include "vm/base/printf_format.h"

#include <climits>

#include "vm/base/bigint_text.h"
#include "vm/base/float_text.h"
#include "vm/base/number_format.h"
#include "vm/base/number_layout.h"

namespace exmonty {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A directive read byte by byte; all of it but the key and a wrong conversion is ASCII.
struct DirectiveReader {
    std::string_view text;
    size_t at;

    bool at_end() const { return at >= text.size(); }
    char peek() const { return at_end() ? '\0' : text[at]; }
    bool accept(char c) {
        if (at_end() || text[at] != c) return false;
        ++at;
        return true;
    }
};

// "(key)", where parentheses nest.
bool read_key(DirectiveReader& reader, PrintfDirective& directive) {
    if (!reader.accept('(')) return true;
    const size_t start = reader.at;
    for (size_t depth = 1; !reader.at_end(); ++reader.at) {
        const char c = reader.peek();
        depth += c == '(';
        depth -= c == ')';
        if (depth == 0) {
            directive.has_key = true;
            directive.key = {reader.text.data() + start, reader.at - start};
            ++reader.at;
            return true;
        }
    }
    return false;
}

void read_flags(DirectiveReader& reader, PrintfDirective& directive) {
    for (;; ++reader.at) {
        switch (reader.peek()) {
            case '-': directive.left = true; break;
            case '+': directive.sign = true; break;
            case ' ': directive.blank = true; break;
            case '#': directive.alternate = true; break;
            case '0': directive.zero = true; break;
            default: return;
        }
    }
}

// Digits or '*'. Whether the number is at most `most`.
bool read_size(DirectiveReader& reader, int64_t most, int64_t& value, bool& from_argument) {
    if (reader.accept('*')) {
        from_argument = true;
        return true;
    }
    for (bool first = true; is_digit(reader.peek()); first = false, ++reader.at) {
        const int64_t digit = reader.peek() - '0';
        if (first) value = 0;
        if (value > (most - digit) / 10) return false;
        value = value * 10 + digit;
    }
    return true;
}

// The same in the terms of the format specifiers. A number is filled with zeros only to the right of its sign.
FormatSpec spec_of(const PrintfDirective& directive) {
    FormatSpec spec;
    spec.width = directive.width;
    spec.sign = directive.sign ? '+' : directive.blank ? ' ' : '\0';
    if (directive.left) {
        spec.align = '<';
    } else if (directive.zero) {
        spec.align = '=';
        spec.fill = '0';
    }
    return spec;
}

constexpr unsigned base_of(char32_t conversion) {
    return conversion == 'o' ? 8 : conversion == 'x' || conversion == 'X' ? 16 : 10;
}

constexpr std::string_view prefix_of(char32_t conversion) {
    return conversion == 'o' ? "0o" : conversion == 'x' ? "0x" : conversion == 'X' ? "0X" : "";
}

}  // namespace

void PrintfDirective::set_width(int64_t value) {
    left = left || value < 0;
    width = value == INT64_MIN ? INT64_MAX : value < 0 ? -value : value;
}

void PrintfDirective::set_precision(int64_t value) { precision = value < 0 ? 0 : value; }

std::string_view printf_fault_text(PrintfFault fault) {
    switch (fault) {
        case PrintfFault::none: break;
        case PrintfFault::incomplete_key: return "incomplete format key";
        case PrintfFault::incomplete_format: return "incomplete format";
        case PrintfFault::width_too_big: return "width too big";
        case PrintfFault::precision_too_big: return "precision too big";
    }
    return "";
}

PrintfFault parse_printf_directive(PrintfDirective& directive, std::string_view text, size_t at) {
    directive = {};
    DirectiveReader reader{text, at};
    if (!read_key(reader, directive)) return PrintfFault::incomplete_key;
    read_flags(reader, directive);
    if (!read_size(reader, INT64_MAX, directive.width, directive.width_from_argument))
        return PrintfFault::width_too_big;
    if (reader.accept('.')) {
        directive.precision = 0;
        if (!read_size(reader, INT_MAX, directive.precision, directive.precision_from_argument))
            return PrintfFault::precision_too_big;
    }
    if (const char length = reader.peek(); length == 'h' || length == 'l' || length == 'L') ++reader.at;
    if (reader.at_end()) return PrintfFault::incomplete_format;
    const char* position = text.data() + reader.at;
    directive.conversion_offset = reader.at;
    directive.conversion = utf8::next(position);
    directive.end = static_cast<size_t>(position - text.data());
    return PrintfFault::none;
}

bool append_unsupported_conversion(TextSink& sink, const PrintfDirective& directive, std::string_view text) {
    const char32_t conversion = directive.conversion;
    const size_t index = utf8::count_code_points({text.data(), directive.conversion_offset});
    sink.append("unsupported format character '");
    sink.append(conversion >= 31 && conversion <= 126 ? static_cast<char>(conversion) : '?');
    sink.append("' (0x");
    const bigint::Work unused{};
    const bigint::Word code(conversion);
    const bigint::Word position(static_cast<int64_t>(index));
    bool written = bigint::write(sink, code, 16, bigint::LetterCase::lower, unused) == bigint::Status::ok;
    written = sink.append(") at index ") && written;
    return bigint::write(sink, position, 10, bigint::LetterCase::lower, unused) == bigint::Status::ok && written;
}

FormatProblem printf_int(TextSink& sink, bigint::View value, const PrintfDirective& directive,
                         const bigint::Work& work) {
    const bool upper = directive.conversion == 'X';
    const bigint::DigitText digits(value.magnitude(), base_of(directive.conversion),
                                   upper ? bigint::LetterCase::upper : bigint::LetterCase::lower, work);
    if (digits.status() != bigint::Status::ok) return {format_fault(digits.status())};
    NumberParts parts;
    parts.negative = value.negative;
    parts.prefix = directive.alternate ? prefix_of(directive.conversion) : std::string_view();
    parts.digits = digits.view();
    if (directive.precision > 0 && static_cast<size_t>(directive.precision) > parts.digits.size())
        parts.leading_zeros = static_cast<size_t>(directive.precision) - parts.digits.size();
    return {write_number(sink, parts, spec_of(directive)) ? FormatFault::none : FormatFault::no_memory};
}

bool printf_float(TextSink& sink, double value, const PrintfDirective& directive) {
    FloatLayout layout;
    const char32_t lower_case = directive.conversion | 0x20;
    layout.style = lower_case == 'e'   ? FloatStyle::exponent
                   : lower_case == 'f' ? FloatStyle::fixed
                                       : FloatStyle::general;
    layout.upper_case = lower_case != directive.conversion;
    layout.alternate = directive.alternate;
    if (directive.precision >= 0) layout.precision = static_cast<size_t>(directive.precision);
    const FloatParts float_parts(value, layout);
    return write_number(sink, NumberParts(float_parts), spec_of(directive));
}

bool printf_text(TextSink& sink, std::string_view text, const PrintfDirective& directive) {
    return write_padded(sink, text, directive.precision, directive.width, directive.left ? '<' : '>', ' ');
}

bool printf_character(TextSink& sink, char32_t code_point, const PrintfDirective& directive) {
    char bytes[utf8::max_length];
    const std::string_view text(bytes, utf8::encode(code_point, bytes));
    return write_padded(sink, text, FormatSpec::unset, directive.width, directive.left ? '<' : '>', ' ');
}

}  // namespace exmonty
