#include "vm/base/format_spec.h"

#include "vm/base/unicode.h"

namespace exmonty {
namespace {

constexpr bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }
constexpr bool is_sign(char32_t c) { return c == ' ' || c == '+' || c == '-'; }

constexpr char separator_character(Grouping grouping) { return grouping == Grouping::comma ? ',' : '_'; }

// An ASCII specifier read character by character.
class AsciiReader {
  public:
    explicit AsciiReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    bool at_end() const { return at_ == end_; }
    char32_t peek() const { return at_end() ? 0 : static_cast<char32_t>(*at_); }
    char32_t next() { return static_cast<char32_t>(*at_++); }
    char32_t peek_second() const { return end_ - at_ > 1 ? static_cast<char32_t>(at_[1]) : 0; }

    bool accept(char c) {
        if (at_end() || *at_ != c) return false;
        ++at_;
        return true;
    }

    bool read_number(int64_t& value) {
        for (bool first = true; !at_end() && *at_ >= '0' && *at_ <= '9'; first = false) {
            const int digit = *at_++ - '0';
            if (first) value = 0;
            if (value > (INT64_MAX - digit) / 10) return false;
            value = value * 10 + digit;
        }
        return true;
    }

  private:
    const char* at_;
    const char* end_;
};

// Any other one.
class SpecReader {
  public:
    explicit SpecReader(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    bool at_end() const { return at_ == end_; }
    char32_t peek() const { return at_end() ? 0 : utf8::decode(at_); }
    char32_t next() { return utf8::next(at_); }

    // The character behind the current one.
    char32_t peek_second() const {
        if (at_end()) return 0;
        SpecReader behind = *this;
        behind.next();
        return behind.peek();
    }

    bool accept(char c) {
        if (at_end() || *at_ != c) return false;
        ++at_;
        return true;
    }

    // Digits of any script. Whether the number fits; `value` stays when there are none.
    bool read_number(int64_t& value) {
        for (bool first = true; !at_end(); first = false) {
            const int digit = unicode::decimal_value(peek());
            if (digit < 0) break;
            next();
            if (first) value = 0;
            if (value > (INT64_MAX - digit) / 10) return false;
            value = value * 10 + digit;
        }
        return true;
    }

  private:
    const char* at_;
    const char* end_;
};

// [ "," | "_" ], where one after the other is a fault of its own.
template <class Reader>
FormatFault parse_grouping(Reader& reader, Grouping& grouping) {
    if (reader.accept(',')) grouping = Grouping::comma;
    if (reader.peek() == '_') {
        if (grouping != Grouping::none) return FormatFault::two_separators;
        reader.next();
        grouping = Grouping::underscore;
    }
    return reader.peek() == ',' && grouping == Grouping::underscore ? FormatFault::two_separators : FormatFault::none;
}

// [[fill]align][sign]["z"]["#"]["0"]
template <class Reader>
void parse_flags(Reader& reader, FormatSpec& spec) {
    bool fill_given = false;
    bool align_given = false;
    if (is_align(reader.peek_second())) {
        spec.fill = reader.next();
        spec.align = static_cast<char>(reader.next());
        fill_given = align_given = true;
    } else if (is_align(reader.peek())) {
        spec.align = static_cast<char>(reader.next());
        align_given = true;
    }
    if (is_sign(reader.peek())) spec.sign = static_cast<char>(reader.next());
    spec.no_negative_zero = reader.accept('z');
    spec.alternate = reader.accept('#');
    if (!fill_given && reader.accept('0')) {
        spec.fill = '0';
        if (!align_given && spec.align == '>') spec.align = '=';
    }
}

// ["." precision [grouping]]
template <class Reader>
FormatFault parse_precision(Reader& reader, FormatSpec& spec) {
    if (!reader.accept('.')) return FormatFault::none;
    if (!reader.read_number(spec.precision)) return FormatFault::too_many_digits;
    if (const FormatFault fault = parse_grouping(reader, spec.fraction_grouping); fault != FormatFault::none)
        return fault;
    const bool empty = spec.precision == FormatSpec::unset && spec.fraction_grouping == Grouping::none;
    return empty ? FormatFault::missing_precision : FormatFault::none;
}

FormatProblem check_grouping(FormatSpec& spec) {
    if (spec.type == 'n' && spec.fraction_grouping != Grouping::none && spec.grouping == Grouping::none)
        return {FormatFault::separator_with_type, spec.fraction_grouping, spec.type};
    if (spec.grouping == Grouping::none) return {};
    switch (spec.type) {
        case 0:
        case 'd':
        case 'e':
        case 'f':
        case 'g':
        case 'E':
        case 'F':
        case 'G':
        case '%': return {};
        case 'b':
        case 'o':
        case 'x':
        case 'X':
            if (spec.grouping == Grouping::underscore) {
                spec.grouping_digits = 4;
                return {};
            }
            break;
        default: break;
    }
    return {FormatFault::separator_with_type, spec.grouping, spec.type};
}

// 'q', or '\x20ac' for what is not printable ASCII.
void append_type(TextSink& sink, char32_t type) {
    sink.append('\'');
    if (type > 32 && type < 128) {
        sink.append(static_cast<char>(type));
    } else {
        sink.append("\\x");
        int shift = 28;
        while (shift > 0 && type >> shift == 0) shift -= 4;
        for (; shift >= 0; shift -= 4) sink.append("0123456789abcdef"[type >> shift & 15]);
    }
    sink.append('\'');
}

constexpr std::string_view fixed_text(FormatFault fault) {
    switch (fault) {
        case FormatFault::too_many_digits: return "Too many decimal digits in format string";
        case FormatFault::missing_precision: return "Format specifier missing precision";
        case FormatFault::two_separators: return "Cannot specify both ',' and '_'.";
        case FormatFault::integer_precision: return "Precision not allowed in integer format specifier";
        case FormatFault::integer_negative_zero:
            return "Negative zero coercion (z) not allowed in integer format specifier";
        case FormatFault::character_sign: return "Sign not allowed with integer format specifier 'c'";
        case FormatFault::character_alternate:
            return "Alternate form (#) not allowed with integer format specifier 'c'";
        case FormatFault::character_range: return "%c arg not in range(0x110000)";
        case FormatFault::character_too_large: return "Python int too large to convert to C long";
        case FormatFault::int_too_large: return "int too large to convert to float";
        case FormatFault::precision_too_big: return "precision too big";
        case FormatFault::text_sign: return "Sign not allowed in string format specifier";
        case FormatFault::text_space: return "Space not allowed in string format specifier";
        case FormatFault::text_negative_zero:
            return "Negative zero coercion (z) not allowed in string format specifier";
        case FormatFault::text_alternate: return "Alternate form (#) not allowed in string format specifier";
        case FormatFault::text_alignment: return "'=' alignment not allowed in string format specifier";
        case FormatFault::complex_zero_padding: return "Zero padding is not allowed in complex format specifier";
        case FormatFault::complex_alignment: return "'=' alignment flag is not allowed in complex format specifier";
        default: return "";
    }
}

}  // namespace

FormatException exception_of(FormatFault fault) {
    switch (fault) {
        case FormatFault::no_memory: return FormatException::memory_error;
        case FormatFault::character_range:
        case FormatFault::character_too_large:
        case FormatFault::int_too_large: return FormatException::overflow_error;
        default: return FormatException::value_error;
    }
}

bool append_problem(TextSink& sink, const FormatProblem& problem, std::string_view specifier,
                    std::string_view type_name) {
    if (problem.fault == FormatFault::separator_with_type) {
        sink.append("Cannot specify '");
        sink.append(separator_character(problem.separator));
        sink.append("' with ");
        append_type(sink, problem.type);
        return sink.append('.');
    }
    if (problem.fault != FormatFault::invalid_specifier && problem.fault != FormatFault::unknown_type)
        return sink.append(fixed_text(problem.fault));
    if (problem.fault == FormatFault::unknown_type) {
        sink.append("Unknown format code ");
        append_type(sink, problem.type);
    } else {
        sink.append("Invalid format specifier '");
        sink.append(specifier);
        sink.append('\'');
    }
    sink.append(" for object of type '");
    sink.append(type_name);
    return sink.append('\'');
}

namespace {

template <class Reader>
FormatProblem parse(FormatSpec& spec, Reader reader) {
    parse_flags(reader, spec);
    if (!reader.read_number(spec.width)) return {FormatFault::too_many_digits};
    FormatFault fault = parse_grouping(reader, spec.grouping);
    if (fault == FormatFault::none) fault = parse_precision(reader, spec);
    if (fault != FormatFault::none) return {fault};
    if (!reader.at_end()) spec.type = reader.next();
    if (!reader.at_end()) return {FormatFault::invalid_specifier};
    return check_grouping(spec);
}

}  // namespace

FormatProblem parse_format_spec(FormatSpec& spec, std::string_view specifier, FormatSubject subject) {
    spec = {};
    spec.align = subject == FormatSubject::text ? '<' : '>';
    spec.type = subject == FormatSubject::text ? 's' : subject == FormatSubject::integer ? 'd' : 0;
    if (utf8::is_ascii(specifier)) return parse(spec, AsciiReader(specifier));
    return parse(spec, SpecReader(specifier));
}

}  // namespace exmonty
