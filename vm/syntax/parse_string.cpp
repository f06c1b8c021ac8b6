// Strings, f-strings (PEP 701) and t-strings (PEP 750), and their implicit concatenation.
//
// The parts of all strings that stand side by side are collected on the expression stack: text as Constants, values as
// FormattedValues or Interpolations. merge_parts() then joins adjacent texts.

#include <algorithm>
#include <cstring>

#include "vm/base/utf8.h"
#include "vm/syntax/arena_text.h"
#include "vm/syntax/string_literal.h"
#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

// strings: (fstring | STRING)+ | tstring+
Expression* TreeParser::parse_strings() {
    SourceSpan from = start();
    size_t base = expressions_.size();
    StringsState state;
    for (;;) {
        bool matches = true;
        if (at(TokenKind::String)) {
            matches = parse_plain_string(state);
        } else if (at(TokenKind::FStringStart) || at(TokenKind::TStringStart)) {
            matches = parse_formatted_string(state);
        } else {
            break;
        }
        if (!matches) return nullptr;
    }
    // Bytes stand by themselves, and so do t-strings.
    bool has_text = state.has_text || state.has_format;
    if (has_text + state.has_bytes + state.has_template > 1) return nullptr;
    SourceSpan span = span_from(from);
    Expressions parts = merge_parts(base, state);
    if (state.has_template) {
        TemplateStr* node = make<TemplateStr>(span);
        node->values = parts;
        return node;
    }
    if (state.has_format) {
        JoinedStr* node = make<JoinedStr>(span);
        node->values = parts;
        return node;
    }
    return parts.empty() ? nullptr : parts[0];
}

bool TreeParser::parse_plain_string(StringsState& state) {
    StringParts parts = split_string(text_of(tokens_.current()));
    EscapeFault fault;
    Constant* node = make<Constant>(start());
    node->type = parts.is_bytes ? ConstantType::Bytes : ConstantType::Str;
    node->has_u_prefix = parts.is_u;
    node->text = decode_string(parts, arena_, fault);
    if (fault) return false;
    warn_of_escape(parts, fault);
    (parts.is_bytes ? state.has_bytes : state.has_text) = true;
    expressions_.push(node);
    tokens_.advance();
    return true;
}

// fstring: FSTRING_START fstring_middle* FSTRING_END
// fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
bool TreeParser::parse_formatted_string(StringsState& state) {
    StringFormat format;
    std::string_view prefix = text_of(tokens_.current());
    format.is_template = at(TokenKind::TStringStart);
    format.is_raw = (prefix[0] | 0x20) == 'r' || (prefix[1] | 0x20) == 'r';
    (format.is_template ? state.has_template : state.has_format) = true;
    tokens_.advance();
    TokenKind middle = format.is_template ? TokenKind::TStringMiddle : TokenKind::FStringMiddle;
    TokenKind end = format.is_template ? TokenKind::TStringEnd : TokenKind::FStringEnd;
    while (!accept(end)) {
        if (at(middle)) {
            if (!parse_middle(format)) return false;
        } else if (!at(TokenKind::LeftBrace) || !parse_replacement(format)) {
            return false;
        }
    }
    return true;
}

// The first escape sequence of the current token that is none, or that stands for more than a byte.
void TreeParser::warn_of_escape(const StringParts& parts, const EscapeFault& fault) {
    size_t place = tokens_.current().start + 1;
    if (fault.doubtful == EscapeFault::nowhere || place <= warned_until_) return;
    warned_until_ = place;
    std::string_view before = parts.body.substr(0, fault.doubtful);
    std::string_view escape = parts.body.substr(fault.doubtful + 1, 1);
    bool is_octal = !escape.empty() && escape[0] >= '0' && escape[0] <= '7';
    if (is_octal) escape = parts.body.substr(fault.doubtful + 1, 3);
    // CPython takes a backslash before any other character as it is meant.
    if (!utf8::is_ascii(escape)) return;
    ArenaText message(arena_);
    message.add("\"\\").add(escape).add(is_octal ? "\" is an invalid octal escape sequence." : "\" is an invalid escape sequence.");
    message.add(" Such sequences will not work in the future. Did you mean \"\\\\").add(escape).add("\"? A raw string is also an option.");
    uint32_t line = start().line + static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
    warnings_.push({message.view(), line});
}

// A piece of text. The lexer also makes empty ones; they are no part.
bool TreeParser::parse_middle(const StringFormat& format) {
    StringParts parts;
    parts.body = text_of(tokens_.current());
    parts.is_raw = format.is_raw;
    EscapeFault fault;
    std::string_view text = decode_string(parts, arena_, fault);
    if (fault) return false;
    warn_of_escape(parts, fault);
    if (!text.empty()) expressions_.push(make_text(start(), text));
    tokens_.advance();
    return true;
}

Constant* TreeParser::make_text(const SourceSpan& span, std::string_view text) {
    Constant* node = make<Constant>(span);
    node->type = ConstantType::Str;
    node->text = text;
    return node;
}

// fstring_replacement_field: '{' annotated_rhs ['='] [fstring_conversion] [fstring_full_format_spec] '}'
bool TreeParser::parse_replacement(const StringFormat& format) {
    Nesting nesting(*this);
    Token open = tokens_.current();
    tokens_.advance();
    Expression* value = parse_yield_or_star_expressions();
    if (value == nullptr) return false;
    bool shows_source = accept(TokenKind::Equal);
    Token behind = tokens_.current();  // what the source text of the expression ends before
    Conversion conversion = shows_source && !at(TokenKind::Colon) ? Conversion::Repr : Conversion::None;
    SourceSpan source_span = {open.span.line, open.span.column + 1, 0, 0};
    if (at(TokenKind::Exclamation)) {
        tokens_.advance();
        source_span.end_line = start().line;
        source_span.end_column = start().column - 1;
        if (!parse_conversion(behind, conversion)) return false;
    } else if (at(TokenKind::Colon)) {
        source_span.end_line = start().line;
        source_span.end_column = start().column;
    } else {
        source_span.end_line = start().end_line;
        source_span.end_column = start().end_column - 1;
    }
    // The source text comes before the value.
    if (shows_source) expressions_.push(make_text(source_span, replacement_text(open.end, behind.start)));
    JoinedStr* spec = nullptr;
    if (at(TokenKind::Colon)) {
        spec = parse_format_spec(format);
        if (spec == nullptr) return false;
    }
    if (!accept(TokenKind::RightBrace)) return false;
    SourceSpan span = span_from(open.span);
    if (format.is_template && !format.is_in_spec) {
        Interpolation* node = make<Interpolation>(span);
        node->value = value;
        node->str = strip_source(replacement_text(open.end, behind.start));
        node->conversion = conversion;
        node->format_spec = spec;
        expressions_.push(node);
        return true;
    }
    FormattedValue* node = make<FormattedValue>(span);
    node->value = value;
    node->conversion = conversion;
    node->format_spec = spec;
    expressions_.push(node);
    return true;
}

// fstring_conversion: '!' NAME
bool TreeParser::parse_conversion(const Token& exclamation, Conversion& conversion) {
    Token name = tokens_.current();
    if (!accept(TokenKind::Name) || name.start != exclamation.end) return false;
    std::string_view letter = text_of(name);
    if (letter == "s") {
        conversion = Conversion::Str;
    } else if (letter == "r") {
        conversion = Conversion::Repr;
    } else if (letter == "a") {
        conversion = Conversion::Ascii;
    } else {
        return false;
    }
    return true;
}

// fstring_full_format_spec: ':' fstring_format_spec*
// fstring_format_spec: FSTRING_MIDDLE | fstring_replacement_field
JoinedStr* TreeParser::parse_format_spec(const StringFormat& format) {
    SourceSpan from = start();
    tokens_.advance();
    size_t base = expressions_.size();
    TokenKind middle = format.is_template ? TokenKind::TStringMiddle : TokenKind::FStringMiddle;
    StringFormat inner = format;
    inner.is_in_spec = true;
    for (;;) {
        if (at(middle)) {
            if (!parse_middle(inner)) return nullptr;
        } else if (at(TokenKind::LeftBrace)) {
            if (!parse_replacement(inner)) return nullptr;
        } else {
            break;
        }
    }
    StringsState state;
    state.has_format = true;
    JoinedStr* node = make<JoinedStr>(span_from(from));
    node->values = merge_parts(base, state);
    return node;
}

// The source text of an expression, without comments.
std::string_view TreeParser::replacement_text(uint32_t from, uint32_t to) {
    std::string_view text(text_.data + from, to - from);
    if (text.find('#') == std::string_view::npos) return text;
    char* copy = static_cast<char*>(arena_.allocate_bytes(text.size()));
    if (copy == nullptr) return {};
    char* end = copy;
    char quote = '\0';
    for (size_t at = 0; at < text.size(); at++) {
        char c = text[at];
        if (quote == '\0' && c == '#') {
            while (at < text.size() && text[at] != '\n') at++;
            if (at < text.size()) *end++ = '\n';
            continue;
        }
        // An odd number of quotes delimits a string, so that counting them one by one works for `"""` too.
        if (c == '"' || c == '\'') quote = quote == '\0' ? c : quote == c ? '\0' : quote;
        *end++ = c;
    }
    return {copy, static_cast<size_t>(end - copy)};
}

// Without the `=` and the space behind an expression.
std::string_view TreeParser::strip_source(std::string_view text) {
    while (!text.empty()) {
        char c = text.back();
        bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
        if (!is_space && c != '=') break;
        text.remove_suffix(1);
    }
    return text;
}

// Takes the parts from the stack; adjacent texts become one, and texts that are empty then are dropped from what is
// formatted.
Expressions TreeParser::merge_parts(size_t from, const StringsState& state) {
    size_t size = expressions_.size();
    size_t kept = from;
    bool drops_empty = state.has_format || state.has_template;
    for (size_t index = from; index < size;) {
        Expression* part = expressions_[index];
        if (!part->is<Constant>()) {
            expressions_[kept++] = part;
            index++;
            continue;
        }
        size_t end = index + 1;
        while (end < size && expressions_[end]->is<Constant>()) end++;
        Constant* text = merge_texts(index, end);
        if (!text->text.empty() || !drops_empty) expressions_[kept++] = text;
        index = end;
    }
    expressions_.shrink(kept);
    return expressions_.take_from(from);
}

// The concatenation of the Constants [from, to) of the stack.
Constant* TreeParser::merge_texts(size_t from, size_t to) {
    Constant* first = expressions_[from]->as<Constant>();
    if (to - from == 1) return first;
    size_t length = 0;
    for (size_t index = from; index < to; index++) length += expressions_[index]->as<Constant>()->text.size();
    Constant* node = make<Constant>(join(first->span, expressions_[to - 1]->span));
    node->type = first->type;
    node->has_u_prefix = first->has_u_prefix;
    char* room = static_cast<char*>(arena_.allocate_bytes(length));
    if (room == nullptr) return node;
    node->text = {room, length};
    for (size_t index = from; index < to; index++) {
        std::string_view text = expressions_[index]->as<Constant>()->text;
        if (!text.empty()) std::memcpy(room, text.data(), text.size());
        room += text.size();
    }
    return node;
}

}  // namespace exmonty
