#include "vm/syntax/string_literal.h"

#include <cstring>

#include "vm/base/unicode_names/unicode_names.h"
#include "vm/base/utf8.h"
#include "vm/syntax/arena_text.h"

namespace exmonty {

namespace {

constexpr bool is_octal(char c) { return c >= '0' && c <= '7'; }

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    char letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// The value of the single-letter escape `\c`, or -1.
int simple_escape(char c) {
    switch (c) {
        case '\\':
        case '\'':
        case '"':
            return c;
        case 'a':
            return '\a';
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case 'v':
            return '\v';
        default:
            return -1;
    }
}

// Decodes one body. `at_` is the next byte; the output is never longer than the body.
class EscapeDecoder {
  public:
    EscapeDecoder(const StringParts& parts, char* out, EscapeFault& fault)
        : body_(parts.body), is_bytes_(parts.is_bytes), start_(out), out_(out), fault_(fault) {}

    std::string_view run() {
        while (at_ < body_.size()) {
            size_t plain = body_.find('\\', at_);
            if (plain == std::string_view::npos) plain = body_.size();
            std::memcpy(out_, body_.data() + at_, plain - at_);
            out_ += plain - at_;
            at_ = plain;
            if (at_ < body_.size() && !escape()) return {};
        }
        return {start_, static_cast<size_t>(out_ - start_)};
    }

  private:
    char peek(size_t at) const { return at < body_.size() ? body_[at] : '\0'; }

    bool escape() {
        size_t backslash = at_++;
        char c = peek(at_);
        int simple = at_ < body_.size() ? simple_escape(c) : -1;
        if (simple >= 0) {
            *out_++ = static_cast<char>(simple);
            at_++;
            return true;
        }
        if (c == '\n') {
            at_++;
            return true;
        }
        if (is_octal(c)) return octal(backslash);
        if (c == 'x') return hex(backslash, 2, is_bytes_ ? EscapeError::ByteHex : EscapeError::Hex2);
        if (!is_bytes_ && c == 'u') return hex(backslash, 4, EscapeError::Hex4);
        if (!is_bytes_ && c == 'U') return hex(backslash, 8, EscapeError::Hex8);
        if (!is_bytes_ && c == 'N') return named(backslash);
        // Not an escape sequence: the backslash stays.
        doubt(backslash);
        *out_++ = '\\';
        return true;
    }

    void doubt(size_t backslash) {
        if (fault_.doubtful == EscapeFault::nowhere) fault_.doubtful = backslash;
    }

    bool octal(size_t backslash) {
        uint32_t value = 0;
        for (int count = 0; count < 3 && is_octal(peek(at_)); count++) {
            value = value * 8 + static_cast<uint32_t>(peek(at_++) - '0');
        }
        if (value > 0xFF) doubt(backslash);
        put(value);
        return true;
    }

    bool hex(size_t backslash, int width, EscapeError error) {
        at_++;
        uint32_t value = 0;
        for (int count = 0; count < width; count++, at_++) {
            int digit = hex_value(peek(at_));
            if (digit < 0) return fail(error, backslash, at_);
            value = value << 4 | static_cast<uint32_t>(digit);
        }
        if (value > utf8::max_code_point) return fail(EscapeError::IllegalCodePoint, backslash, at_);
        put(value);
        return true;
    }

    bool named(size_t backslash) {
        at_++;
        if (peek(at_) != '{') return fail(EscapeError::MalformedName, backslash, at_);
        size_t close = body_.find('}', ++at_);
        if (close == std::string_view::npos) return fail(EscapeError::MalformedName, backslash, body_.size());
        if (close == at_) return fail(EscapeError::MalformedName, backslash, at_);
        char32_t code_point = 0;
        bool known = unicode::find_name(body_.substr(at_, close - at_), code_point);
        at_ = close + 1;
        if (!known) return fail(EscapeError::UnknownName, backslash, at_);
        put(code_point);
        return true;
    }

    void put(char32_t value) {
        if (is_bytes_) {
            *out_++ = static_cast<char>(value & 0xFF);
        } else {
            out_ += utf8::encode(value, out_);
        }
    }

    bool fail(EscapeError error, size_t start, size_t end) {
        fault_ = {error, position(start), position(end)};
        return false;
    }

    // CPython has rewritten each character beyond ASCII as `\UXXXXXXXX`, and `\` before one as `\u005c`, by the time
    // it finds the fault.
    size_t position(size_t end) const {
        if (is_bytes_) return end;
        size_t result = 0;
        for (size_t at = 0; at < end; at++) {
            unsigned char byte = static_cast<unsigned char>(body_[at]);
            if (byte >= 0x80) {
                result += utf8::is_continuation(body_[at]) ? 0 : 10;
            } else if (byte == '\\') {
                bool before_wide = at + 1 < body_.size() && static_cast<unsigned char>(body_[at + 1]) >= 0x80;
                result += before_wide ? 6 : 1;
                if (at + 1 < end && !before_wide) {
                    result++;
                    at++;
                }
            } else {
                result++;
            }
        }
        return result;
    }

    std::string_view body_;
    bool is_bytes_;
    size_t at_ = 0;
    char* start_;
    char* out_;
    EscapeFault& fault_;
};

}  // namespace

StringParts split_string(std::string_view token) {
    StringParts parts;
    size_t at = 0;
    for (; token[at] != '"' && token[at] != '\''; at++) {
        char c = token[at] | 0x20;
        parts.is_bytes |= c == 'b';
        parts.is_raw |= c == 'r';
        parts.is_u |= token[at] == 'u';
    }
    char quote = token[at];
    size_t quotes = token.size() >= at + 6 && token[at + 1] == quote && token[at + 2] == quote ? 3 : 1;
    parts.body = token.substr(at + quotes, token.size() - at - 2 * quotes);
    return parts;
}

std::string_view decode_string(const StringParts& parts, Arena& arena, EscapeFault& fault) {
    fault = {};
    if (parts.is_bytes && !utf8::is_ascii(parts.body)) {
        fault.error = EscapeError::NonAsciiByte;
        return {};
    }
    bool is_plain = parts.is_raw || parts.body.find('\\') == std::string_view::npos;
    if (is_plain) return parts.body;
    char* out = static_cast<char*>(arena.allocate_bytes(parts.body.size()));
    if (out == nullptr) {
        fault.error = EscapeError::Exhausted;
        return {};
    }
    return EscapeDecoder(parts, out, fault).run();
}

std::string_view escape_message(const EscapeFault& fault, Arena& arena) {
    if (fault.error == EscapeError::NonAsciiByte) return "bytes can only contain ASCII literal characters";
    ArenaText message(arena);
    if (fault.error == EscapeError::ByteHex) {
        message.add("(value error) invalid \\x escape at position ").add_number(static_cast<int64_t>(fault.start));
        return message.view();
    }
    message.add("(unicode error) 'unicodeescape' codec can't decode bytes in position ");
    message.add_number(static_cast<int64_t>(fault.start)).add('-').add_number(static_cast<int64_t>(fault.end) - 1);
    switch (fault.error) {
        case EscapeError::Hex2:
            message.add(": truncated \\xXX escape");
            break;
        case EscapeError::Hex4:
            message.add(": truncated \\uXXXX escape");
            break;
        case EscapeError::Hex8:
            message.add(": truncated \\UXXXXXXXX escape");
            break;
        case EscapeError::IllegalCodePoint:
            message.add(": illegal Unicode character");
            break;
        case EscapeError::MalformedName:
            message.add(": malformed \\N character escape");
            break;
        case EscapeError::UnknownName:
            message.add(": unknown Unicode character name");
            break;
        case EscapeError::None:
        case EscapeError::NonAsciiByte:
        case EscapeError::ByteHex:
        case EscapeError::Exhausted:
            break;
    }
    return message.view();
}

}  // namespace exmonty
