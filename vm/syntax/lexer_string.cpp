// Strings, and the text of f-strings and t-strings between their replacement fields.
// https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals

#include "vm/syntax/arena_text.h"
#include "vm/syntax/lexer.h"

namespace exmonty {


// From the quote at the cursor to its end; `start` is the prefix.
Token Lexer::read_string(const Start& start) {
    char quote = *cursor_;
    int quote_size = 1;
    if (cursor_[1] == quote && cursor_[2] == quote) quote_size = 3;
    cursor_ += quote_size;
    bool has_escaped_quote = false;
    for (;;) {
        char c = *cursor_;
        if (c == quote) {
            bool is_end = quote_size == 1 || (cursor_[1] == quote && cursor_[2] == quote);
            cursor_ += is_end ? quote_size : 1;
            if (is_end) return make(TokenKind::String, start, cursor_);
        } else if (c == '\\') {
            cursor_++;
            if (*cursor_ == quote) has_escaped_quote = true;
            if (*cursor_ == '\0') continue;
            bool is_newline = *cursor_++ == '\n';
            if (is_newline) start_line();
        } else if (c == '\n') {
            if (quote_size == 1) return fail_unterminated(start, quote, quote_size, has_escaped_quote);
            cursor_++;
            start_line();
        } else if (c == '\0') {
            at_end_ = true;
            return fail_unterminated(start, quote, quote_size, has_escaped_quote);
        } else {
            cursor_++;
        }
    }
}

Token Lexer::fail_unterminated(const Start& start, char quote, int quote_size, bool has_escaped_quote) {
    ArenaText message(arena_);
    uint32_t detected_at = line();
    // A quote like that of the f-string around it was meant to end that one.
    if (mode_count_ > 0 && mode().quote == quote && mode().quote_size == quote_size) {
        message.add(mode().letter).add("-string: expecting '}'");
    } else {
        message.add(quote_size == 3 ? "unterminated triple-quoted string literal" : "unterminated string literal");
        message.add(" (detected at line ").add_number(detected_at).add(')');
        if (quote_size == 1 && has_escaped_quote) message.add("; perhaps you escaped the end quote?");
    }
    raise(start.line, start.line_start, start.at + 1, message.view());
    return error_token();
}

Token Lexer::open_string_mode(const Start& start, const Prefix& prefix) {
    char quote = *cursor_;
    uint8_t quote_size = cursor_[1] == quote && cursor_[2] == quote ? 3 : 1;
    cursor_ += quote_size;
    if (mode_count_ + 1 >= MaxStrings) {
        raise("too many nested f-strings or t-strings");
        return error_token();
    }
    StringMode& string = modes_[mode_count_++];
    string.start = start.at;
    string.line_start = start.line_start;
    string.line = start.line;
    string.quote = quote;
    string.letter = prefix.t ? 't' : 'f';
    string.quote_size = quote_size;
    string.is_raw = prefix.r;
    string.in_text = true;
    string.in_format_spec = false;
    string.curly_depth = 0;
    string.expression_depth = -1;
    return make(prefix.t ? TokenKind::TStringStart : TokenKind::FStringStart, start, cursor_);
}

// The next token of an f-string whose text is being read: its end, a piece of text, or the `{` of a replacement field.
Token Lexer::read_string_text() {
    StringMode& string = mode();
    Start start = here();
    if (*cursor_ == '{' && cursor_[1] != '{') {
        string.expression_depth++;
        if (string.expression_depth >= MaxReplacements) {
            raise_in_string("expressions nested too deeply");
            return error_token();
        }
        string.in_text = false;
        return next_regular();
    }
    bool is_end = *cursor_ == string.quote;
    if (string.quote_size == 3) is_end = is_end && cursor_[1] == string.quote && cursor_[2] == string.quote;
    if (!is_end) return read_middle(start);
    cursor_ += string.quote_size;
    Token token = make(string.letter == 't' ? TokenKind::TStringEnd : TokenKind::FStringEnd, start, cursor_);
    mode_count_--;
    return token;
}

// A piece of text: up to the end of the string, to a replacement field, or to the first of two equal braces.
Token Lexer::read_middle(const Start& start) {
    StringMode& string = mode();
    bool has_named_escape = false;
    for (;;) {
        char c = *cursor_;
        if (c == '\0' || (c == '\n' && string.quote_size == 1)) return fail_unterminated_text();
        if (c == string.quote) {
            bool is_end = string.quote_size == 1 || (cursor_[1] == c && cursor_[2] == c);
            if (is_end) return make(middle_kind(), start, cursor_);
            cursor_++;
        } else if (c == '\n') {
            cursor_++;
            start_line();
        } else if (c == '{') {
            bool in_format_spec = string.in_format_spec && string.expression_depth >= 0;
            if (cursor_[1] != '{' || in_format_spec) {
                string.expression_depth++;
                if (string.expression_depth >= MaxReplacements) {
                    cursor_++;
                    raise_in_string("expressions nested too deeply");
                    return error_token();
                }
                return leave_text(middle_kind(), start, cursor_);
            }
            return make_before_brace(start);
        } else if (c == '}') {
            if (has_named_escape) {
                cursor_++;
                return make(middle_kind(), start, cursor_);
            }
            bool in_format_spec = string.in_format_spec && string.expression_depth >= 0;
            if (cursor_[1] == '}' && !in_format_spec && string.curly_depth == 0) {
                return make_before_brace(start);
            }
            string.in_format_spec = false;
            return leave_text(middle_kind(), start, cursor_);
        } else if (c == '\\') {
            cursor_++;
            // A brace behind a backslash is a brace.
            if (*cursor_ == '{' || *cursor_ == '}' || *cursor_ == '\0') continue;
            if (!string.is_raw && *cursor_ == 'N') {
                cursor_++;
                if (*cursor_ == '{') {
                    has_named_escape = true;
                    cursor_++;
                }
                continue;
            }
            bool is_newline = *cursor_++ == '\n';
            if (is_newline) start_line();
        } else {
            cursor_++;
        }
    }
}

// Text with the first of the two braces at the cursor. The place of the token has both.
Token Lexer::make_before_brace(const Start& start) {
    cursor_ += 2;
    Token token = make(middle_kind(), start, cursor_);
    token.end--;
    return token;
}

Token Lexer::leave_text(TokenKind kind, const Start& start, const char* end) {
    mode().in_text = false;
    return make(kind, start, end);
}

Token Lexer::fail_unterminated_text() {
    StringMode& string = mode();
    if (*cursor_ == '\0') at_end_ = true;
    uint32_t detected_at = line();
    ArenaText message(arena_);
    bool in_format_spec = string.in_format_spec && string.expression_depth >= 0;
    if (in_format_spec && *cursor_ == '\n') {
        cursor_++;
        message.add("newlines are not allowed in format specifiers for single quoted ").add(string.letter);
        raise_in_string(message.add("-strings").view());
        return error_token();
    }
    message.add("unterminated ").add(string.quote_size == 3 ? "triple-quoted " : "");
    message.add(string.letter).add("-string literal (detected at line ").add_number(detected_at).add(')');
    raise(string.line, string.line_start, string.start + 1, message.view());
    return error_token();
}

}  // namespace exmonty
