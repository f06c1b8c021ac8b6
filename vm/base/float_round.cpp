#include "vm/base/float_round.h"

#include <charconv>
#include <cmath>
#include <cstring>

#include "vm/base/float_text.h"

namespace exmonty {
namespace {

// Beyond these, rounding changes nothing or leaves a zero.
constexpr long long most_digits = 323;
constexpr long long fewest_digits = -308;

double read(const char* begin, const char* end) {
    double result = 0;
    if (std::from_chars(begin, end, result).ec == std::errc::result_out_of_range) return HUGE_VAL;
    return result;
}

// The integer digits without the last `zeros`, rounded half to even on the exact value.
double round_to_power_of_ten(double magnitude, size_t zeros) {
    const FloatParts exact(magnitude, {.style = FloatStyle::fixed, .precision = 1074});
    const std::string_view digits = exact.integer;
    if (zeros > digits.size()) return 0.0;
    char text[320] = "0";  // A leading zero takes the carry.
    const size_t kept = digits.size() - zeros;
    memcpy(text + 1, digits.data(), kept);
    const char first = digits[kept];
    const auto any_digit = [](std::string_view rest) { return rest.find_first_not_of('0') != std::string_view::npos; };
    const bool beyond_half = any_digit({digits.data() + kept + 1, zeros - 1}) || any_digit(exact.fraction);
    if (first > '5' || (first == '5' && (beyond_half || (text[kept] - '0') % 2 != 0))) {
        size_t at = kept;
        for (; text[at] == '9'; --at) text[at] = '0';
        ++text[at];
    }
    char* end = text + kept + 1;
    *end++ = 'e';
    end = std::to_chars(end, text + sizeof text, zeros).ptr;
    return read(text, end);
}

}  // namespace

double round_to_digits(double value, long long digits) {
    if (!std::isfinite(value) || value == 0 || digits > most_digits) return value;
    if (digits < fewest_digits) return std::copysign(0.0, value);
    const double magnitude = std::fabs(value);
    double result;
    if (digits >= 0) {
        const FloatParts parts(magnitude, {.style = FloatStyle::fixed, .precision = static_cast<size_t>(digits)});
        // Integer and fraction stand in one buffer with the point between them.
        result = read(parts.integer.data(), parts.fraction.data() + parts.fraction.size());
    } else {
        result = round_to_power_of_ten(magnitude, static_cast<size_t>(-digits));
    }
    return std::copysign(result, value);
}

}  // namespace exmonty
