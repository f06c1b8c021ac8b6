#include "vm/syntax/lexer.h"

#include <array>
#include <cstring>

#include "vm/base/unicode_identifier.h"
#include "vm/base/utf8.h"
#include "vm/syntax/arena_text.h"

namespace exmonty {

namespace {

constexpr uint32_t TabSize = 8;

enum class ByteClass : uint8_t {
    Other,
    Space,
    Newline,
    Letter,
    Digit,
    Dot,
    Quote,
    Backslash,
    EndOfText,
};

constexpr bool is_ascii_letter(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

constexpr std::array<ByteClass, 256> Classes = [] {
    std::array<ByteClass, 256> classes{};
    for (int c = 0; c < 256; c++) {
        if (is_ascii_letter(c) || c >= 128) classes[c] = ByteClass::Letter;
        if (c >= '0' && c <= '9') classes[c] = ByteClass::Digit;
    }
    classes[' '] = classes['\t'] = classes['\014'] = ByteClass::Space;
    classes['\n'] = ByteClass::Newline;
    classes['.'] = ByteClass::Dot;
    classes['"'] = classes['\''] = ByteClass::Quote;
    classes['\\'] = ByteClass::Backslash;
    classes[0] = ByteClass::EndOfText;
    return classes;
}();

ByteClass class_of(char c) { return Classes[static_cast<unsigned char>(c)]; }

// Operators by their bytes. Longest match: three bytes, then two, then one.
struct OperatorTables {
    std::array<TokenKind, 128> one{};
    std::array<TokenKind, 128> with_equal{};  // `+=`
    std::array<TokenKind, 128> doubled{};     // `**`
    std::array<TokenKind, 128> doubled_equal{};
};

constexpr OperatorTables Operators = [] {
    OperatorTables tables;
    for (auto* table : {&tables.one, &tables.with_equal, &tables.doubled, &tables.doubled_equal}) {
        table->fill(TokenKind::Unknown);
    }
    for (const TokenRow& row : TokenRows) {
        if (row.token_class != TokenClass::Operator) continue;
        std::string_view text = row.spelling;
        unsigned char first = static_cast<unsigned char>(text[0]);
        bool is_doubled = text.size() >= 2 && text[1] == text[0];
        if (text.size() == 1) tables.one[first] = row.kind;
        if (text.size() == 2 && is_doubled) tables.doubled[first] = row.kind;
        if (text.size() == 2 && text[1] == '=') tables.with_equal[first] = row.kind;
        if (text.size() == 3 && is_doubled && text[2] == '=') tables.doubled_equal[first] = row.kind;
    }
    return tables;
}();

}  // namespace

bool is_identifier_start(char c) { return class_of(c) == ByteClass::Letter; }

bool is_identifier_char(char c) {
    ByteClass byte_class = class_of(c);
    return byte_class == ByteClass::Letter || byte_class == ByteClass::Digit;
}

Lexer::Lexer(const SourceText& text, ast::ParseMode mode, Arena& arena)
    : text_(text),
      mode_(mode),
      arena_(arena),
      cursor_(text.data),
      line_start_(text.data),
      previous_line_start_(text.data),
      buffer_start_(text.data),
      line_(text.size == 0 ? 0 : 1) {
    indents_[0] = alternatives_[0] = 0;
}

Token Lexer::make(TokenKind kind, const Start& start, const char* end) const {
    Token token;
    token.kind = kind;
    token.level = static_cast<uint8_t>(level_);
    token.start = offset(start.at);
    token.end = offset(end);
    token.span = {start.line, static_cast<uint32_t>(start.at - start.line_start), line_,
                  static_cast<uint32_t>(end - line_start_)};
    return token;
}

// A token without room. The end of the text has no line of its own: it is behind the newline of the last one.
Token Lexer::make_here(TokenKind kind) {
    Token token = make(kind, here(), cursor_);
    if (at_end_) {
        uint32_t column = static_cast<uint32_t>(cursor_ - previous_line_start_);
        token.span = {line_ - 1, column, line_ - 1, column};
    }
    return token;
}

void Lexer::start_line() {
    previous_line_start_ = line_start_;
    line_start_ = cursor_;
    line_++;
}

Token Lexer::next() {
    if (fault_ != LexFault::None) return error_token();
    if (mode_count_ > 0 && mode().in_text) return read_string_text();
    Token token = next_regular();
    if (mode_ == ast::ParseMode::Single) imply_newline(token);
    return token;
}

// A single statement ends with a newline more than there are, as at a prompt.
void Lexer::imply_newline(Token& token) {
    bool ends = token.kind == TokenKind::EndMarker && implies_newline_;
    implies_newline_ = !ends;
    if (!ends) return;
    token.kind = TokenKind::Newline;
    token.is_implied = true;
    pending_ -= indent_;
    indent_ = 0;
}

Token Lexer::next_regular() {
    for (;;) {
        if (at_line_start_) {
            at_line_start_ = false;
            if (!read_indentation()) return error_token();
        }
        if (pending_ != 0) {
            TokenKind kind = pending_ > 0 ? TokenKind::Indent : TokenKind::Dedent;
            pending_ += pending_ > 0 ? -1 : 1;
            return make_here(kind);
        }
        while (class_of(*cursor_) == ByteClass::Space) cursor_++;
        Start start = here();
        // The newline behind a comment starts where the comment does.
        if (*cursor_ == '#') skip_comment();
        switch (class_of(*cursor_)) {
            case ByteClass::Letter:
                return read_name(start);
            case ByteClass::Digit:
                return read_number(start);
            case ByteClass::Dot:
                return cursor_[1] >= '0' && cursor_[1] <= '9' ? read_number(start) : read_operator(start);
            case ByteClass::Quote:
                return read_string(start);
            case ByteClass::Newline: {
                if (is_at_end()) return end_of_file();
                cursor_++;
                Token token = make(TokenKind::Newline, start, cursor_);
                start_buffer();
                at_line_start_ = true;
                if (level_ > 0) continue;
                return token;
            }
            case ByteClass::Backslash:
                if (!continue_line()) return error_token();
                continue;
            case ByteClass::EndOfText:
                return end_of_file();
            default:
                return read_operator(start);
        }
    }
}

Token Lexer::end_of_file() {
    at_end_ = line_ > 1 && cursor_ == line_start_;
    if (level_ > 0) return fail(LexFault::EndOfFile);
    return make_here(TokenKind::EndMarker);
}

// Skips blank lines; then compares the indentation of the line with that of the blocks around it.
bool Lexer::read_indentation() {
    for (;;) {
        uint32_t column = 0;
        uint32_t alternative = 0;
        uint32_t continued_column = 0;
        for (;; cursor_++) {
            if (*cursor_ == ' ') {
                column++;
                alternative++;
            } else if (*cursor_ == '\t') {
                column = (column / TabSize + 1) * TabSize;
                alternative++;
            } else if (*cursor_ == '\014') {
                column = alternative = 0;
            } else if (*cursor_ == '\\') {
                // The first backslash decides about the indentation of what comes behind it.
                if (continued_column == 0) continued_column = column;
                if (!continue_line()) return false;
                cursor_--;
            } else {
                break;
            }
        }
        if (*cursor_ == '#') skip_comment();
        if (*cursor_ == '\n' && !is_at_end()) {
            cursor_++;
            start_buffer();
            continue;
        }
        if (*cursor_ == '\0') at_end_ = line_ > 1;
        if (level_ > 0) return true;
        if (continued_column != 0) column = alternative = continued_column;
        return change_indentation(column, alternative);
    }
}

bool Lexer::change_indentation(uint32_t column, uint32_t alternative) {
    if (column > indents_[indent_]) {
        if (indent_ + 1 >= MaxIndents) {
            fail(LexFault::TooDeep);
            return false;
        }
        if (alternative <= alternatives_[indent_]) {
            fail(LexFault::InconsistentTabs);
            return false;
        }
        pending_++;
        indent_++;
        indents_[indent_] = column;
        alternatives_[indent_] = alternative;
        return true;
    }
    while (indent_ > 0 && column < indents_[indent_]) {
        pending_--;
        indent_--;
    }
    if (column != indents_[indent_]) {
        fail(LexFault::Unindent);
        return false;
    }
    if (alternative != alternatives_[indent_]) {
        fail(LexFault::InconsistentTabs);
        return false;
    }
    return true;
}

// Moves over a backslash and the newline behind it.
bool Lexer::continue_line() {
    cursor_++;
    if (*cursor_ != '\n' || is_at_end()) {
        if (!is_at_end()) cursor_++;
        fail(LexFault::LineContinuation);
        return false;
    }
    cursor_++;
    start_line();
    if (*cursor_ == '\0') {
        at_end_ = true;
        fail(LexFault::EndOfFile);
        return false;
    }
    return true;
}

Token Lexer::read_name(const Start& start) {
    char first = *cursor_ | 0x20;
    if (first == 'r' || first == 'b' || first == 'u' || first == 'f' || first == 't') {
        Prefix prefix;
        if (read_prefix(prefix, start)) {
            if (fault_ != LexFault::None) return error_token();
            return prefix.f || prefix.t ? open_string_mode(start, prefix) : read_string(start);
        }
        cursor_ = start.at;
    }
    unsigned char all = 0;
    while (is_identifier_char(*cursor_)) all |= static_cast<unsigned char>(*cursor_++);
    if (all >= 128 && !check_identifier(start.at)) return error_token();
    size_t length = static_cast<size_t>(cursor_ - start.at);
    Token token = make(TokenKind::Name, start, cursor_);
    token.is_ascii = all < 128;
    token.kind = keyword_or_name(start.at, length);
    return token;
}

// Moves to the quote of a string with a prefix. False if there is none.
bool Lexer::read_prefix(Prefix& prefix, const Start& start) {
    for (;; cursor_++) {
        char c = *cursor_ | 0x20;
        if (*cursor_ == '"' || *cursor_ == '\'') break;
        if (c == 'b' && !prefix.b) {
            prefix.b = true;
        } else if (c == 'u' && !prefix.u) {
            prefix.u = true;
        } else if (c == 'r' && !prefix.r) {
            prefix.r = true;
        } else if (c == 'f' && !prefix.f) {
            prefix.f = true;
        } else if (c == 't' && !prefix.t) {
            prefix.t = true;
        } else {
            return false;
        }
    }
    const char* clash = nullptr;
    if (prefix.u && prefix.b) clash = "'u' and 'b'";
    else if (prefix.u && prefix.r) clash = "'u' and 'r'";
    else if (prefix.u && prefix.f) clash = "'u' and 'f'";
    else if (prefix.u && prefix.t) clash = "'u' and 't'";
    else if (prefix.b && prefix.f) clash = "'b' and 'f'";
    else if (prefix.b && prefix.t) clash = "'b' and 't'";
    else if (prefix.f && prefix.t) clash = "'f' and 't'";
    if (clash == nullptr) return true;
    ArenaText message(arena_);
    raise_range(start, cursor_ + 1, message.add(clash).add(" prefixes are incompatible").view());
    return true;
}

// Whether the name from `start` to the cursor is an identifier; it has bytes beyond ASCII.
bool Lexer::check_identifier(const char* start) {
    const char* at = start;
    while (at != cursor_) {
        const char* character = at;
        char32_t code_point = utf8::next(at);
        bool valid = character == start ? unicode::is_identifier_start(code_point) : unicode::is_identifier_continue(code_point);
        if (valid) continue;
        cursor_ = at;
        ArenaText message(arena_);
        bool printable = unicode::is_printable(code_point);
        message.add(printable ? "invalid character '" : "invalid non-printable character U+");
        if (printable) message.add_code_point(code_point).add("' (U+");
        message.add_hex(code_point, 4, "0123456789ABCDEF");
        if (printable) message.add(')');
        return raise(message.view());
    }
    return true;
}

Token Lexer::read_operator(const Start& start) {
    char c = *cursor_;
    unsigned char byte = static_cast<unsigned char>(c);
    if (mode_count_ > 0 && c == ':' && mode().expression_depth >= 0 &&
        mode().curly_depth - 1 == mode().expression_depth) {
        mode().in_text = true;
        mode().in_format_spec = true;
        cursor_++;
        return make(TokenKind::Colon, start, cursor_);
    }
    TokenKind kind = TokenKind::Unknown;
    int length = 2;
    char second = cursor_[1];
    if (second == c && Operators.doubled[byte] != TokenKind::Unknown) {
        kind = Operators.doubled[byte];
        if (cursor_[2] == '=' && Operators.doubled_equal[byte] != TokenKind::Unknown) {
            kind = Operators.doubled_equal[byte];
            length = 3;
        }
    } else if (second == '=' && Operators.with_equal[byte] != TokenKind::Unknown) {
        kind = Operators.with_equal[byte];
    } else if (c == '-' && second == '>') {
        kind = TokenKind::Arrow;
    } else if (c == '<' && second == '>') {
        kind = TokenKind::LessGreater;
    } else if (c == '.' && second == '.' && cursor_[2] == '.') {
        kind = TokenKind::Ellipsis;
        length = 3;
    }
    if (kind == TokenKind::Unknown) return read_punctuation(start);
    cursor_ += length;
    return make(kind, start, cursor_);
}

// An operator of one byte.
Token Lexer::read_punctuation(const Start& start) {
    char c = *cursor_++;
    switch (c) {
        case '(':
        case '[':
        case '{':
            if (!open_bracket(c)) return error_token();
            break;
        case ')':
        case ']':
        case '}':
            if (!close_bracket(c)) return error_token();
            break;
        default:
            break;
    }
    if (c < ' ' || c == '\x7f') {
        ArenaText message(arena_);
        message.add("invalid non-printable character U+").add_hex(static_cast<unsigned char>(c), 4, "0123456789ABCDEF");
        raise(message.view());
        return error_token();
    }
    return make(Operators.one[static_cast<unsigned char>(c)], start, cursor_);
}

bool Lexer::open_bracket(char c) {
    if (level_ >= MaxBrackets) return raise("too many nested parentheses");
    const char* at = cursor_ - 1;
    brackets_[level_++] = {c, line_, static_cast<uint32_t>(at - line_start_), offset(line_start_)};
    if (mode_count_ > 0) mode().curly_depth++;
    return true;
}

bool Lexer::close_bracket(char c) {
    if (mode_count_ > 0 && mode().curly_depth == 0 && c == '}') {
        return raise_in_string("single '}' is not allowed");
    }
    ArenaText message(arena_);
    if (level_ == 0) return raise(message.add("unmatched '").add(c).add('\'').view());
    level_--;
    const Bracket& bracket = brackets_[level_];
    char opening = bracket.opening;
    bool matches = (opening == '(' && c == ')') || (opening == '[' && c == ']') || (opening == '{' && c == '}');
    if (!matches) {
        if (mode_count_ > 0 && opening == '{' && mode().curly_depth - 1 == mode().expression_depth) {
            return raise_in_string(message.add("unmatched '").add(c).add('\'').view());
        }
        message.add("closing parenthesis '").add(c).add("' does not match opening parenthesis '").add(opening);
        message.add('\'');
        if (bracket.line != line_) message.add(" on line ").add_number(bracket.line);
        return raise(message.view());
    }
    if (mode_count_ == 0) return true;
    StringMode& string = mode();
    string.curly_depth--;
    if (string.curly_depth < 0) {
        return raise_in_string(message.add("unmatched '").add(c).add('\'').view());
    }
    if (c == '}' && string.curly_depth == string.expression_depth) {
        string.expression_depth--;
        string.in_text = true;
        string.in_format_spec = false;
    }
    return true;
}

Token Lexer::error_token() { return make_here(TokenKind::Error); }

Token Lexer::fail(LexFault fault) {
    fault_ = fault;
    if (fault == LexFault::Unindent) {
        // Reported at the end of the line.
        while (*cursor_ != '\n') cursor_++;
        if (!is_at_end()) cursor_++;
    }
    return error_token();
}

bool Lexer::raise(uint32_t line, const char* line_start, const char* at, std::string_view message) {
    Start start{at - 1, line_start, line};
    return raise_range(start, at, message);
}

bool Lexer::raise_range(const Start& start, const char* end, std::string_view message) {
    fault_ = LexFault::Raised;
    std::string_view line = line_at(text_, offset(start.line_start));
    size_t first = static_cast<size_t>(start.at - start.line_start) + 1;
    size_t last = static_cast<size_t>(end - start.line_start);
    error_.message = message;
    error_.has_location = error_.has_text = true;
    error_.line = error_.end_line = start.line;
    // The newline behind the line counts too.
    auto characters = [line](size_t bytes) {
        return static_cast<int64_t>(utf8::count_code_points(line.substr(0, bytes))) + (bytes > line.size() ? 1 : 0);
    };
    error_.column = characters(first);
    error_.end_column = characters(last);
    error_.text = line;
    return false;
}

bool Lexer::raise_in_string(std::string_view message) {
    ArenaText text(arena_);
    return raise(text.add(mode().letter).add("-string: ").add(message).view());
}

}  // namespace exmonty
