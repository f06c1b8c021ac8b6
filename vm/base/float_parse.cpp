#include "vm/base/float_parse.h"

#include <charconv>
#include <cstring>
#include <limits>

#include "vm/base/float_bits.h"
#include "vm/base/unicode.h"
#include "vm/base/utf8.h"

namespace exmonty {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// The characters of a number one at a time: digits of any script come out as ASCII, white space of any script as a
// blank, anything else beyond ASCII as '?'. CPython translates the whole text like that first; the quirk that
// "\x1c" is white space for str but not here comes with it.
class NumberReader {
  public:
    explicit NumberReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) { read(); }

    char current() const { return current_; }
    bool at_end() const { return at_end_; }
    void advance() { read(); }

    void skip_space() {
        while (!at_end_ && is_ascii_space(current_)) read();
    }
    bool accept(char lower_case) {
        if (at_end_ || to_lower(current_) != lower_case) return false;
        read();
        return true;
    }

  private:
    void read() {
        at_end_ = at_ == end_;
        if (at_end_) {
            current_ = '\0';
            return;
        }
        if (static_cast<signed char>(*at_) >= 0) {
            current_ = *at_++;
            return;
        }
        const char32_t code_point = utf8::next(at_);
        const int digit = unicode::decimal_value(code_point);
        current_ = digit >= 0 ? static_cast<char>('0' + digit) : unicode::is_space(code_point) ? ' ' : '?';
    }

    const char* at_;
    const char* end_;
    char current_ = '\0';
    bool at_end_ = false;
};

// A decimal number as at most `capacity` significant digits and an exponent. 768 digits tell any two neighbouring
// halfway points of doubles apart, and a 1 behind them stands for whatever was cut off.
class DecimalCollector {
  public:
    void add_digit(char digit, bool behind_point) {
        if (digit == '0' && count_ == 0) {
            exponent_ -= behind_point;
            return;
        }
        if (count_ < max_digits) {
            text_[count_++] = digit;
            exponent_ -= behind_point;
            return;
        }
        sticky_ = sticky_ || digit != '0';
        exponent_ += !behind_point;
    }

    double value(int64_t exponent) {
        if (count_ == 0) return 0.0;
        if (sticky_) {
            text_[count_++] = '1';
            --exponent_;
        }
        const int64_t leading = exponent_ + exponent + static_cast<int64_t>(count_);
        if (leading > 400) return std::numeric_limits<double>::infinity();
        if (leading < -400) return 0.0;
        char* end = text_ + count_;
        *end++ = 'e';
        end = std::to_chars(end, text_ + sizeof text_, exponent_ + exponent).ptr;
        double result = 0;
        if (std::from_chars(text_, end, result).ec == std::errc::result_out_of_range)
            return leading > 0 ? std::numeric_limits<double>::infinity() : 0.0;
        return result;
    }

  private:
    static constexpr size_t max_digits = 770;

    char text_[max_digits + 32];
    size_t count_ = 0;
    int64_t exponent_ = 0;
    bool sticky_ = false;
};

// Digits with single underscores between them. False for an underscore anywhere else.
bool read_digits(NumberReader& reader, DecimalCollector& decimal, bool behind_point, bool& any) {
    while (is_digit(reader.current())) {
        any = true;
        decimal.add_digit(reader.current(), behind_point);
        reader.advance();
        if (reader.current() == '_') {
            reader.advance();
            if (!is_digit(reader.current())) return false;
        }
    }
    return true;
}

bool read_exponent(NumberReader& reader, int64_t& exponent) {
    const bool negative = reader.current() == '-';
    if (negative || reader.current() == '+') reader.advance();
    if (!is_digit(reader.current())) return false;
    // Texts are shorter than 2**60 digits, so a larger exponent decides alone.
    constexpr int64_t limit = int64_t{1} << 60;
    while (is_digit(reader.current())) {
        if (exponent < limit / 16) exponent = exponent * 10 + (reader.current() - '0');
        reader.advance();
        if (reader.current() == '_') {
            reader.advance();
            if (!is_digit(reader.current())) return false;
        }
    }
    if (negative) exponent = -exponent;
    return true;
}

bool read_word(NumberReader& reader, std::string_view word) {
    for (const char c : word)
        if (!reader.accept(c)) return false;
    return true;
}

bool read_special(NumberReader& reader, double& value) {
    if (to_lower(reader.current()) == 'n') {
        value = std::numeric_limits<double>::quiet_NaN();
        return read_word(reader, "nan");
    }
    value = std::numeric_limits<double>::infinity();
    return read_word(reader, "inf") && (to_lower(reader.current()) != 'i' || read_word(reader, "inity"));
}

bool read_number(NumberReader& reader, double& value) {
    DecimalCollector decimal;
    bool any = false;
    if (!read_digits(reader, decimal, false, any)) return false;
    if (reader.accept('.') && !read_digits(reader, decimal, true, any)) return false;
    int64_t exponent = 0;
    if (!any || (reader.accept('e') && !read_exponent(reader, exponent))) return false;
    value = decimal.value(exponent);
    return true;
}

bool parse_slowly(std::string_view text, double& value) {
    NumberReader reader(text);
    reader.skip_space();
    const bool negative = reader.current() == '-';
    if (negative || reader.current() == '+') reader.advance();
    const bool number = is_digit(reader.current()) || reader.current() == '.';
    if (!(number ? read_number(reader, value) : read_special(reader, value))) return false;
    reader.skip_space();
    if (negative) value = -value;
    return reader.at_end();
}

}  // namespace

bool parse_float(std::string_view text, double& value) {
    // The ordinary number: std::from_chars reads all of it, and its syntax is a part of Python's.
    if (!text.empty() && is_digit(text[0] == '-' && text.size() > 1 ? text[1] : text[0])) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end == text.data() + text.size()) return true;
    }
    return parse_slowly(text, value);
}

bool parse_float_ascii(std::string_view bytes, double& value) {
    return utf8::is_ascii(bytes) && parse_float(bytes, value);
}

namespace {

constexpr int hex_value(char c) {
    return is_digit(c) ? c - '0' : to_lower(c) >= 'a' && to_lower(c) <= 'f' ? to_lower(c) - 'a' + 10 : -1;
}

// The leading 61 to 64 bits of a hexadecimal coefficient; what follows only says whether it is zero.
struct HexCoefficient {
    uint64_t mantissa = 0;
    bool sticky = false;
    bool any = false;
    int64_t exponent = 0;

    void read_digits(NumberReader& reader, bool behind_point) {
        for (int digit; (digit = hex_value(reader.current())) >= 0; reader.advance()) {
            any = true;
            if (mantissa >> 60 == 0) {
                mantissa = mantissa << 4 | static_cast<uint64_t>(digit);
                exponent -= behind_point ? 4 : 0;
            } else {
                sticky = sticky || digit != 0;
                exponent += behind_point ? 0 : 4;
            }
        }
    }
};

bool read_binary_exponent(NumberReader& reader, int64_t& exponent) {
    const bool negative = reader.current() == '-';
    if (negative || reader.current() == '+') reader.advance();
    if (!is_digit(reader.current())) return false;
    for (; is_digit(reader.current()); reader.advance())
        if (exponent < int64_t{1} << 58) exponent = exponent * 10 + (reader.current() - '0');
    if (negative) exponent = -exponent;
    return true;
}

HexFloatError read_hex_number(NumberReader& reader, double& value) {
    HexCoefficient coefficient;
    if (reader.current() == '0') {
        reader.advance();
        if (!reader.accept('x')) coefficient.any = true;
    }
    coefficient.read_digits(reader, false);
    if (reader.accept('.')) coefficient.read_digits(reader, true);
    int64_t exponent = 0;
    if (!coefficient.any || (reader.accept('p') && !read_binary_exponent(reader, exponent)))
        return HexFloatError::invalid;
    const RoundedDouble rounded =
        put_together(coefficient.mantissa, coefficient.sticky, coefficient.exponent + exponent);
    value = rounded.value;
    return rounded.overflow ? HexFloatError::too_large : HexFloatError::none;
}

}  // namespace

HexFloatError parse_float_hex(std::string_view text, double& value) {
    if (!utf8::is_ascii(text)) return HexFloatError::invalid;
    NumberReader reader(text);
    reader.skip_space();
    const bool negative = reader.current() == '-';
    if (negative || reader.current() == '+') reader.advance();
    const char first = to_lower(reader.current());
    if (first == 'i' || first == 'n') {
        if (!read_special(reader, value)) return HexFloatError::invalid;
    } else if (const HexFloatError error = read_hex_number(reader, value); error != HexFloatError::none) {
        return error;
    }
    if (negative) value = -value;
    reader.skip_space();
    return reader.at_end() ? HexFloatError::none : HexFloatError::invalid;
}

std::string_view hex_float_error_text(HexFloatError error) {
    return error == HexFloatError::too_large ? "hexadecimal value too large to represent as a float"
                                             : "invalid hexadecimal floating-point string";
}

}  // namespace exmonty
