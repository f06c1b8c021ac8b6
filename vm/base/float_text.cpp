#include "vm/base/float_text.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

namespace exmonty {
namespace {

// No double has more digits than this behind the point, nor more significant ones: zeros follow.
constexpr size_t max_fraction_digits = 1074;
constexpr size_t max_significant_digits = 767;
constexpr size_t max_integer_digits = 309;

// Point positions (digits in front of the point) between which repr and 'g' do without an exponent.
constexpr int lowest_plain_position = -3;
constexpr int highest_repr_position = 16;

// Where digits are put in the buffer: zeros may be set in front of them, the exponent goes to the end.
constexpr size_t digits_offset = 8;
constexpr size_t exponent_room = 8;
static_assert(max_integer_digits + 1 + max_fraction_digits + exponent_room <= FloatParts::capacity);
static_assert(digits_offset + max_significant_digits + max_integer_digits + exponent_room <= FloatParts::capacity);

// Reads the number behind the 'e' of std::to_chars.
int read_exponent(const char* at, const char* end) {
    int value = 0;
    std::from_chars(*at == '+' ? at + 1 : at, end, value);
    return value;
}

}  // namespace

FloatParts::FloatParts(double value, const FloatLayout& layout) {
    if (!std::isfinite(value)) {
        finite = false;
        negative = value < 0;
        if (layout.upper_case)
            integer = std::isnan(value) ? "NAN" : "INF";
        else
            integer = std::isnan(value) ? "nan" : "inf";
        return;
    }
    negative = std::signbit(value);
    const double magnitude = std::fabs(value);
    if (layout.style == FloatStyle::fixed)
        make_fixed(magnitude, layout);
    else if (layout.style == FloatStyle::exponent)
        make_exponent(magnitude, layout);
    else
        make_from_digits(magnitude, layout);
    point = !fraction.empty() || fraction_zeros != 0 || layout.alternate;
    if (layout.upper_case && !exponent.empty()) buffer_[static_cast<size_t>(exponent.data() - buffer_)] = 'E';
    if (layout.no_negative_zero && negative && is_zero()) negative = false;
}

void FloatParts::make_fixed(double magnitude, const FloatLayout& layout) {
    const size_t digits = std::min(layout.precision, max_fraction_digits);
    const char* end =
        std::to_chars(buffer_, buffer_ + capacity, magnitude, std::chars_format::fixed, static_cast<int>(digits)).ptr;
    const size_t behind = digits != 0 ? digits + 1 : 0;
    integer = {buffer_, static_cast<size_t>(end - buffer_) - behind};
    fraction = {end - digits, digits};
    fraction_zeros = layout.precision - digits;
}

void FloatParts::make_exponent(double magnitude, const FloatLayout& layout) {
    const size_t digits = std::min(layout.precision, max_significant_digits - 1);
    const char* end =
        std::to_chars(buffer_, buffer_ + capacity, magnitude, std::chars_format::scientific, static_cast<int>(digits))
            .ptr;
    integer = {buffer_, 1};
    const char* behind = buffer_ + 1 + (digits != 0 ? digits + 1 : 0);
    fraction = {behind - digits, digits};
    fraction_zeros = layout.precision - digits;
    exponent = {behind, static_cast<size_t>(end - behind)};
}

// 'g' and repr choose between plain digits and an exponent when the digits are known.
void FloatParts::make_from_digits(double magnitude, const FloatLayout& layout) {
    const bool shortest = layout.style == FloatStyle::shortest;
    const size_t precision = std::max<size_t>(layout.precision, 1);
    char* digits = buffer_ + digits_offset;
    const char* end;
    if (shortest)
        end = std::to_chars(digits, buffer_ + capacity, magnitude, std::chars_format::scientific).ptr;
    else
        end = std::to_chars(digits, buffer_ + capacity, magnitude, std::chars_format::scientific,
                            static_cast<int>(std::min(precision, max_significant_digits)) - 1)
                  .ptr;
    const char* exponent_mark = end - 4;
    while (*exponent_mark != 'e') --exponent_mark;
    const int point_position = read_exponent(exponent_mark + 1, end) + 1;
    size_t count = static_cast<size_t>(exponent_mark - digits);
    if (count > 1) {
        digits[1] = digits[0];  // Over the point.
        ++digits;
        --count;
    }
    while (count > 1 && digits[count - 1] == '0') --count;

    const size_t highest_position = shortest ? highest_repr_position : precision - (layout.add_dot_zero ? 1 : 0);
    const bool plain = point_position >= lowest_plain_position &&
                       (point_position <= 0 || static_cast<size_t>(point_position) <= highest_position);
    size_t shown = layout.alternate && !shortest ? precision : count;
    if (!plain) {
        place_with_exponent(digits, count, shown, point_position - 1);
        return;
    }
    if (layout.add_dot_zero && point_position > 0) shown = std::max(shown, static_cast<size_t>(point_position) + 1);
    place_plain(digits, count, shown, point_position);
}

// `shown` counts digits and the zeros behind them.
void FloatParts::place_with_exponent(const char* digits, size_t count, size_t shown, int value) {
    integer = {digits, 1};
    fraction = {digits + 1, count - 1};
    fraction_zeros = shown - count;
    char* at = buffer_ + capacity - exponent_room;
    at[0] = 'e';
    at[1] = value < 0 ? '-' : '+';
    const int magnitude = value < 0 ? -value : value;
    char* number = at + 2;
    if (magnitude < 10) *number++ = '0';
    const char* end = std::to_chars(number, buffer_ + capacity, magnitude).ptr;
    exponent = {at, static_cast<size_t>(end - at)};
}

void FloatParts::place_plain(char* digits, size_t count, size_t shown, int point_position) {
    if (point_position <= 0) {
        const size_t zeros = static_cast<size_t>(-point_position);
        std::fill_n(digits - zeros - 1, zeros + 1, '0');
        integer = {digits - zeros - 1, 1};
        fraction = {digits - zeros, zeros + count};
        fraction_zeros = shown - count;
        return;
    }
    const size_t in_front = static_cast<size_t>(point_position);
    if (count < in_front) {
        std::fill_n(digits + count, in_front - count, '0');
        count = in_front;
    }
    integer = {digits, in_front};
    fraction = {digits + in_front, count - in_front};
    fraction_zeros = shown > count ? shown - count : 0;
}

bool FloatParts::is_zero() const {
    const auto zeros = [](std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; };
    return zeros(integer) && zeros(fraction);
}

bool append_float(TextSink& sink, double value, const FloatLayout& layout) {
    const FloatParts parts(value, layout);
    if (!sink.reserve(1 + parts.integer.size() + parts.size_behind_integer())) return false;
    if (parts.negative) sink.append('-');
    sink.append(parts.integer);
    if (parts.point) sink.append('.');
    sink.append(parts.fraction);
    sink.append_repeated('0', parts.fraction_zeros);
    return sink.append(parts.exponent);
}

bool append_float_repr(TextSink& sink, double value) { return append_float(sink, value, {.add_dot_zero = true}); }

bool append_float_hex(TextSink& sink, double value) {
    if (!std::isfinite(value)) return append_float_repr(sink, value);
    const uint64_t bits = std::bit_cast<uint64_t>(value);
    const uint64_t mantissa = bits & ((uint64_t{1} << 52) - 1);
    const int biased = static_cast<int>(bits >> 52 & 0x7FF);
    FixedText<float_hex_capacity> text;
    text.append(std::signbit(value) ? "-0x" : "0x");
    if (value == 0) {
        text.append("0.0p+0");
        return sink.append(text.view());
    }
    text.append(biased != 0 ? "1." : "0.");
    for (int shift = 48; shift >= 0; shift -= 4) text.append("0123456789abcdef"[mantissa >> shift & 15]);
    const int exponent = biased != 0 ? biased - 1023 : -1022;
    text.append(exponent < 0 ? "p" : "p+");
    char* at = text.data + text.size;
    text.size += static_cast<size_t>(std::to_chars(at, text.data + text.capacity, exponent).ptr - at);
    return sink.append(text.view());
}

}  // namespace exmonty
