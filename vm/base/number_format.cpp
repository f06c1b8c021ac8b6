#include "vm/base/number_format.h"

#include <climits>
#include <cmath>
#include <cstring>

#include "vm/base/bigint_text.h"
#include "vm/base/float_text.h"
#include "vm/base/number_layout.h"

namespace exmonty {
namespace {

FormatProblem refused_unless(bool written) { return {written ? FormatFault::none : FormatFault::no_memory}; }

// https://docs.python.org/3/library/string.html#format-specification-mini-language: "'c': Character."
FormatProblem format_character(TextSink& sink, bigint::View value, const FormatSpec& spec) {
    if (spec.sign != 0) return {FormatFault::character_sign};
    if (spec.alternate) return {FormatFault::character_alternate};
    int64_t code_point;
    if (!bigint::to_int64(value, code_point)) return {FormatFault::character_too_large};
    if (code_point < 0 || code_point > static_cast<int64_t>(utf8::max_code_point))
        return {FormatFault::character_range};
    char bytes[utf8::max_length];
    NumberParts parts;
    parts.suffix = {bytes, utf8::encode(static_cast<char32_t>(code_point), bytes)};
    parts.suffix_width = 1;
    return refused_unless(write_number(sink, parts, spec));
}

struct IntStyle {
    unsigned base;
    std::string_view prefix;
    bigint::LetterCase letters = bigint::LetterCase::lower;
};

constexpr IntStyle int_style(char32_t type) {
    switch (type) {
        case 'b': return {2, "0b"};
        case 'o': return {8, "0o"};
        case 'x': return {16, "0x"};
        case 'X': return {16, "0X", bigint::LetterCase::upper};
        default: return {10, ""};
    }
}

FormatProblem format_digits(TextSink& sink, bigint::View value, const FormatSpec& spec, const bigint::Work& work) {
    const IntStyle style = int_style(spec.type);
    const bigint::DigitText digits(value.magnitude(), style.base, style.letters, work);
    if (digits.status() != bigint::Status::ok) return {format_fault(digits.status())};
    NumberParts parts;
    parts.negative = value.negative;
    parts.prefix = spec.alternate ? style.prefix : std::string_view();
    parts.digits = digits.view();
    return refused_unless(write_number(sink, parts, spec));
}

// How a float's type is printed. 'n' is 'g' in the one locale there is.
FloatLayout float_layout(const FormatSpec& spec) {
    FloatLayout layout;
    layout.alternate = spec.alternate;
    layout.no_negative_zero = spec.no_negative_zero;
    layout.upper_case = spec.type == 'E' || spec.type == 'F' || spec.type == 'G';
    if (spec.precision != FormatSpec::unset) layout.precision = static_cast<size_t>(spec.precision);
    switch (spec.type) {
        case 'e':
        case 'E': layout.style = FloatStyle::exponent; break;
        case 'f':
        case 'F':
        case '%': layout.style = FloatStyle::fixed; break;
        case 0: layout.style = spec.precision == FormatSpec::unset ? FloatStyle::shortest : FloatStyle::general; break;
        default: layout.style = FloatStyle::general; break;
    }
    return layout;
}

// Pads what stands behind `start`, which is ASCII.
bool pad_written(TextSink& sink, size_t start, const FormatSpec& spec) {
    const size_t length = sink.size - start;
    const size_t width = spec.width > 0 ? static_cast<size_t>(spec.width) : 0;
    if (width <= length) return true;
    const size_t padding = width - length;
    const size_t left = spec.align == '<' ? 0 : spec.align == '^' ? padding / 2 : padding;
    if (!sink.append_repeated(spec.fill, padding)) return false;
    char* text = sink.data + start;
    const size_t shift = left * utf8::encoded_length(spec.fill);
    memmove(text + shift, text, length);
    sink.size = start;
    sink.append_repeated(spec.fill, left);
    sink.size += length;
    return sink.append_repeated(spec.fill, padding - left);
}

constexpr bool is_float_type(char32_t type) {
    switch (type) {
        case 0:
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case 'n': return true;
        default: return false;
    }
}

}  // namespace

FormatProblem format_int(TextSink& sink, bigint::View value, const FormatSpec& spec, const bigint::Work& work) {
    switch (spec.type) {
        case 'b':
        case 'c':
        case 'd':
        case 'o':
        case 'x':
        case 'X':
        case 'n': break;
        default: {
            if (spec.type != '%' && !is_float_type(spec.type))
                return {FormatFault::unknown_type, Grouping::none, spec.type};
            const bigint::DoubleResult converted = bigint::to_double(value);
            if (converted.overflow) return {FormatFault::int_too_large};
            return format_float(sink, converted.value, spec);
        }
    }
    if (spec.precision != FormatSpec::unset) return {FormatFault::integer_precision};
    if (spec.no_negative_zero) return {FormatFault::integer_negative_zero};
    return spec.type == 'c' ? format_character(sink, value, spec) : format_digits(sink, value, spec, work);
}

FormatProblem format_float(TextSink& sink, double value, const FormatSpec& spec) {
    const bool percent = spec.type == '%';
    if (!percent && !is_float_type(spec.type)) return {FormatFault::unknown_type, Grouping::none, spec.type};
    if (spec.precision > INT_MAX) return {FormatFault::precision_too_big};
    FloatLayout layout = float_layout(spec);
    layout.add_dot_zero = spec.type == 0;
    const FloatParts float_parts(percent ? value * 100 : value, layout);
    NumberParts parts(float_parts);
    if (percent) {
        parts.suffix = "%";
        parts.suffix_width = 1;
    }
    return refused_unless(write_number(sink, parts, spec));
}

// Both parts by themselves without padding, then the whole is padded.
FormatProblem format_complex(TextSink& sink, double real, double imaginary, const FormatSpec& spec) {
    if (!is_float_type(spec.type)) return {FormatFault::unknown_type, Grouping::none, spec.type};
    if (spec.precision > INT_MAX) return {FormatFault::precision_too_big};
    if (spec.fill == '0') return {FormatFault::complex_zero_padding};
    if (spec.align == '=') return {FormatFault::complex_alignment};
    const FloatLayout layout = float_layout(spec);
    const bool real_omitted = spec.type == 0 && real == 0 && !std::signbit(real);
    const bool parentheses = spec.type == 0 && !real_omitted;
    const FloatParts real_float(real, layout);
    const FloatParts imaginary_float(imaginary, layout);
    const NumberParts real_parts(real_float);
    const NumberParts imaginary_parts(imaginary_float);
    FormatSpec part_spec = spec;
    part_spec.width = FormatSpec::unset;
    FormatSpec imaginary_spec = part_spec;
    if (!real_omitted) imaginary_spec.sign = '+';

    // The size comes from writing without the padding, which is then put around it.
    const size_t start = sink.size;
    bool written = !parentheses || sink.append('(');
    written = written && (real_omitted || write_number(sink, real_parts, part_spec));
    written = written && write_number(sink, imaginary_parts, imaginary_spec) && sink.append('j');
    written = written && (!parentheses || sink.append(')'));
    if (!written) return {FormatFault::no_memory};
    return refused_unless(pad_written(sink, start, spec));
}

FormatProblem format_text(TextSink& sink, std::string_view text, const FormatSpec& spec) {
    if (spec.type != 's') return {FormatFault::unknown_type, Grouping::none, spec.type};
    if (spec.sign != 0) return {spec.sign == ' ' ? FormatFault::text_space : FormatFault::text_sign};
    if (spec.no_negative_zero) return {FormatFault::text_negative_zero};
    if (spec.alternate) return {FormatFault::text_alternate};
    if (spec.align == '=') return {FormatFault::text_alignment};
    return refused_unless(write_padded(sink, text, spec.precision, spec.width, spec.align, spec.fill));
}

bool write_padded(TextSink& sink, std::string_view text, int64_t precision, int64_t width, char align, char32_t fill) {
    if (precision >= 0 && static_cast<uint64_t>(precision) < text.size())
        text = {text.data(), utf8::advance(text, 0, static_cast<size_t>(precision))};
    if (width <= 0) return sink.append(text);
    const size_t count = utf8::count_code_points(text);
    const size_t padding = static_cast<uint64_t>(width) > count ? static_cast<size_t>(width) - count : 0;
    const size_t left = align == '>' ? padding : align == '^' ? padding / 2 : 0;
    size_t bytes;
    if (__builtin_mul_overflow(padding, utf8::encoded_length(fill), &bytes) ||
        __builtin_add_overflow(bytes, text.size(), &bytes))
        bytes = static_cast<size_t>(-1);
    if (!sink.reserve(bytes)) return false;
    sink.append_repeated(fill, left);
    sink.append(text);
    return sink.append_repeated(fill, padding - left);
}

}  // namespace exmonty
