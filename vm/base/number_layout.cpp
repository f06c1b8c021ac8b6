#include "vm/base/number_layout.h"

#include <algorithm>

#include "vm/base/float_text.h"

namespace exmonty {
namespace {

constexpr char separator_of(Grouping grouping) {
    return grouping == Grouping::comma ? ',' : grouping == Grouping::underscore ? '_' : '\0';
}

constexpr size_t fraction_group = 3;

// The measures of a number, in characters, which are bytes but for the fill character and the suffix.
struct Measures {
    char sign = 0;
    size_t digits = 0;          // With zeros in front of them.
    size_t grouped_digits = 0;  // With separators.
    size_t fraction = 0;
    size_t grouped_fraction = 0;
    size_t padding_left = 0;
    size_t padding_inside = 0;  // Between sign and digits.
    size_t padding_right = 0;
};

constexpr size_t with_separators(size_t digits, size_t group) {
    return digits == 0 || group == 0 ? digits : digits + (digits - 1) / group;
}

// Zeros fill up to the width, and one more where a separator would come first: "0,012,345".
void measure_digits(Measures& measures, size_t digits, size_t width, size_t group) {
    measures.digits = digits;
    measures.grouped_digits = with_separators(digits, group);
    if (digits == 0 || width <= measures.grouped_digits) return;
    if (group != 0 && width % (group + 1) == 0) ++width;
    measures.grouped_digits = width;
    measures.digits = group == 0 ? width : width - (width - 1) / (group + 1);
}

Measures measure(const NumberParts& parts, const FormatSpec& spec) {
    Measures measures;
    if (spec.sign == '+' || spec.sign == ' ')
        measures.sign = parts.negative ? '-' : spec.sign;
    else if (parts.negative)
        measures.sign = '-';
    measures.fraction = parts.fraction.size() + parts.fraction_zeros;
    measures.grouped_fraction =
        with_separators(measures.fraction, spec.fraction_grouping != Grouping::none ? fraction_group : 0);
    const size_t around = (measures.sign != 0) + parts.prefix.size() + parts.point + measures.grouped_fraction +
                          parts.exponent.size() + parts.suffix_width;
    const size_t width = spec.width > 0 ? static_cast<size_t>(spec.width) : 0;
    const bool zeros_fill = spec.fill == '0' && spec.align == '=';
    measure_digits(measures, parts.leading_zeros + parts.digits.size(),
                   zeros_fill && width > around ? width - around : 0,
                   spec.grouping != Grouping::none ? spec.grouping_digits : 0);

    const size_t used = around + measures.grouped_digits;
    const size_t padding = width > used ? width - used : 0;
    switch (spec.align) {
        case '<': measures.padding_right = padding; break;
        case '^':
            measures.padding_left = padding / 2;
            measures.padding_right = padding - padding / 2;
            break;
        case '=': measures.padding_inside = padding; break;
        default: measures.padding_left = padding; break;
    }
    return measures;
}

// `zeros` zeros and then the digits, with a separator wherever a multiple of `group` digits is left.
void append_grouped(TextSink& sink, size_t zeros, std::string_view digits, size_t group, char separator) {
    if (separator == 0) {
        sink.append_repeated('0', zeros);
        sink.append(digits);
        return;
    }
    const size_t count = zeros + digits.size();
    for (size_t i = 0; i < count; ++i) {
        if (i != 0 && (count - i) % group == 0) sink.append(separator);
        sink.append(i < zeros ? '0' : digits[i - zeros]);
    }
}

// The digits and then `zeros` zeros, with a separator behind every third.
void append_fraction(TextSink& sink, std::string_view digits, size_t zeros, char separator) {
    if (separator == 0) {
        sink.append(digits);
        sink.append_repeated('0', zeros);
        return;
    }
    for (size_t i = 0; i < digits.size() + zeros; ++i) {
        if (i != 0 && i % fraction_group == 0) sink.append(separator);
        sink.append(i < digits.size() ? digits[i] : '0');
    }
}

}  // namespace

NumberParts::NumberParts(const FloatParts& parts)
    : negative(parts.negative),
      point(parts.point),
      fraction(parts.fraction),
      fraction_zeros(parts.fraction_zeros),
      exponent(parts.exponent) {
    // "inf" and "nan" are no digits: neither grouped nor filled up with zeros.
    (parts.finite ? digits : exponent) = parts.integer;
}

// Digits with nothing but a sign in front and padding around: most numbers of most programs.
static bool is_plain(const NumberParts& parts, const FormatSpec& spec) {
    return spec.grouping == Grouping::none && spec.fraction_grouping == Grouping::none && spec.fill < 128 &&
           parts.leading_zeros == 0 && !parts.digits.empty() && parts.suffix.size() == parts.suffix_width &&
           spec.width < 256;
}

static bool write_plain(TextSink& sink, const NumberParts& parts, const FormatSpec& spec) {
    const char sign = parts.negative ? '-' : spec.sign == '+' || spec.sign == ' ' ? spec.sign : '\0';
    const size_t size = (sign != 0) + parts.prefix.size() + parts.digits.size() + parts.point + parts.fraction.size() +
                        parts.fraction_zeros + parts.exponent.size() + parts.suffix.size();
    const size_t width = spec.width > 0 ? static_cast<size_t>(spec.width) : 0;
    const size_t padding = width > size ? width - size : 0;
    char* out = sink.claim(size + padding);
    if (out == nullptr) return false;
    const size_t left = spec.align == '<' || spec.align == '=' ? 0 : spec.align == '^' ? padding / 2 : padding;
    const size_t inside = spec.align == '=' ? padding : 0;
    const auto put = [&out](std::string_view text) { out = std::copy(text.begin(), text.end(), out); };
    const auto fill = [&out](size_t count, char c) {
        if (count != 0) memset(out, c, count);
        out += count;
    };
    const char filler = static_cast<char>(spec.fill);
    fill(left, filler);
    if (sign != 0) *out++ = sign;
    if (!parts.prefix.empty()) put(parts.prefix);
    fill(inside, filler);
    put(parts.digits);
    if (parts.point) *out++ = '.';
    if (!parts.fraction.empty()) put(parts.fraction);
    fill(parts.fraction_zeros, '0');
    if (!parts.exponent.empty()) put(parts.exponent);
    if (!parts.suffix.empty()) put(parts.suffix);
    fill(padding - left - inside, filler);
    return true;
}

bool write_number(TextSink& sink, const NumberParts& parts, const FormatSpec& spec) {
    if (is_plain(parts, spec)) return write_plain(sink, parts, spec);
    const Measures measures = measure(parts, spec);
    const size_t padding = measures.padding_left + measures.padding_inside + measures.padding_right;
    size_t bytes;
    if (__builtin_mul_overflow(padding, utf8::encoded_length(spec.fill), &bytes) ||
        __builtin_add_overflow(bytes,
                               measures.grouped_digits + measures.grouped_fraction + parts.prefix.size() +
                                   parts.exponent.size() + parts.suffix.size() + 2,
                               &bytes))
        bytes = static_cast<size_t>(-1);
    if (!sink.reserve(bytes)) return false;
    sink.append_repeated(spec.fill, measures.padding_left);
    if (measures.sign != 0) sink.append(measures.sign);
    sink.append(parts.prefix);
    sink.append_repeated(spec.fill, measures.padding_inside);
    append_grouped(sink, measures.digits - parts.digits.size(), parts.digits, spec.grouping_digits,
                   separator_of(spec.grouping));
    if (parts.point) sink.append('.');
    append_fraction(sink, parts.fraction, parts.fraction_zeros, separator_of(spec.fraction_grouping));
    sink.append(parts.exponent);
    sink.append(parts.suffix);
    return sink.append_repeated(spec.fill, measures.padding_right);
}

}  // namespace exmonty
