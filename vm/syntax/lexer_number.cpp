// https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals

#include "vm/syntax/arena_text.h"
#include "vm/syntax/lexer.h"

namespace exmonty {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c | 0x20; }

constexpr bool is_digit_of(char c, int base) {
    if (base == 16) return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
    return c >= '0' && c < '0' + base;
}

constexpr std::string_view radix_name(int base) {
    return base == 16 ? "hexadecimal" : base == 8 ? "octal" : "binary";
}

// Whether a keyword that may directly follow a number (`1if x else 2`) starts here.
bool keyword_follows(const char* at) {
    auto is_word = [at](std::string_view word) {
        for (size_t index = 0; index < word.size(); index++) {
            if (at[index] != word[index]) return false;
        }
        return !is_identifier_char(at[word.size()]);
    };
    switch (*at) {
        case 'a':
            return is_word("and");
        case 'e':
            return is_word("else");
        case 'f':
            return is_word("for");
        case 'i':
            return at[1] == 'f' || at[1] == 'n' || at[1] == 's';
        case 'o':
            return is_word("or");
        case 'n':
            return is_word("not");
        default:
            return false;
    }
}

}  // namespace

Token Lexer::read_number(const Start& start) {
    if (!scan_number()) return error_token();
    return make(TokenKind::Number, start, cursor_);
}

bool Lexer::fail_literal(std::string_view kind) {
    ArenaText message(arena_);
    return raise(message.add("invalid ").add(kind).add(" literal").view());
}

// The digit before the cursor does not belong to the base.
bool Lexer::fail_digit(std::string_view kind) {
    ArenaText message(arena_);
    return raise(message.add("invalid digit '").add(cursor_[-1]).add("' in ").add(kind).add(" literal").view());
}

bool Lexer::check_number_end(std::string_view kind) {
    if (keyword_follows(cursor_)) return true;
    bool is_ascii = static_cast<unsigned char>(*cursor_) < 128;
    if (is_ascii && is_identifier_char(*cursor_)) return fail_literal(kind);
    return true;
}

// Digits with underscores between them; the cursor is on the first.
bool Lexer::scan_decimal_tail() {
    for (;;) {
        while (is_digit(*cursor_)) cursor_++;
        if (*cursor_ != '_') return true;
        cursor_++;
        if (!is_digit(*cursor_)) return fail_literal("decimal");
    }
}

bool Lexer::scan_number() {
    if (*cursor_ == '0') {
        switch (lower(cursor_[1])) {
            case 'x':
                return scan_radix(16);
            case 'o':
                return scan_radix(8);
            case 'b':
                return scan_radix(2);
            default:
                break;
        }
        bool done = false;
        if (!scan_zeros(done)) return false;
        if (done) return true;
    } else if (*cursor_ != '.' && !scan_decimal_tail()) {
        return false;
    }
    return scan_fraction_and_exponent();
}

// `0x…`, `0o…`, `0b…`.
bool Lexer::scan_radix(int base) {
    cursor_ += 2;
    do {
        if (*cursor_ == '_') cursor_++;
        if (!is_digit_of(*cursor_, base)) {
            if (!is_digit(*cursor_)) return fail_literal(radix_name(base));
            cursor_++;
            return fail_digit(radix_name(base));
        }
        while (is_digit_of(*cursor_, base)) cursor_++;
    } while (*cursor_ == '_');
    if (is_digit(*cursor_)) {
        cursor_++;
        return fail_digit(radix_name(base));
    }
    return check_number_end(radix_name(base));
}

// A number that starts with zeros: `0`, `00`, and the start of `00.5`, but not `012`.
bool Lexer::scan_zeros(bool& done) {
    Start start = here();
    cursor_++;
    for (;;) {
        if (*cursor_ == '_') {
            cursor_++;
            if (!is_digit(*cursor_)) return fail_literal("decimal");
        }
        if (*cursor_ != '0') break;
        cursor_++;
    }
    const char* behind_zeros = cursor_ + 1;
    bool is_nonzero = is_digit(*cursor_);
    if (is_nonzero && !scan_decimal_tail()) return false;
    char c = lower(*cursor_);
    if (*cursor_ == '.' || c == 'e' || c == 'j') return true;
    if (is_nonzero) {
        return raise_range(start, behind_zeros,
                           "leading zeros in decimal integer literals are not permitted; "
                           "use an 0o prefix for octal integers");
    }
    done = true;
    return check_number_end("decimal");
}

bool Lexer::scan_fraction_and_exponent() {
    if (*cursor_ == '.') {
        cursor_++;
        if (is_digit(*cursor_) && !scan_decimal_tail()) return false;
    }
    if (lower(*cursor_) == 'e') {
        bool is_signed = cursor_[1] == '+' || cursor_[1] == '-';
        char first_digit = cursor_[is_signed ? 2 : 1];
        if (is_signed && !is_digit(first_digit)) {
            cursor_ += 2;
            return fail_literal("decimal");
        }
        // Without digits it is no exponent: `1else`.
        if (!is_digit(first_digit)) return check_number_end("decimal");
        cursor_ += is_signed ? 2 : 1;
        if (!scan_decimal_tail()) return false;
    }
    if (lower(*cursor_) == 'j') {
        cursor_++;
        return check_number_end("imaginary");
    }
    return check_number_end("decimal");
}

}  // namespace exmonty
