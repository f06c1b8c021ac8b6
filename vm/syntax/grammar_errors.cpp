// The errors of GrammarMatcher, and the functions of {check …}.

#include "vm/syntax/arena_text.h"
#include "vm/syntax/grammar_matcher.h"
#include "vm/syntax/number_literal.h"
#include "vm/syntax/string_literal.h"

namespace exmonty {

namespace {

constexpr Part Checked{PartKind::Unnamed, 0, 0, {}};

// What messages call a part.
std::string_view name_of(PartKind kind) {
    switch (kind) {
        case PartKind::Attribute:
            return "attribute";
        case PartKind::Subscript:
            return "subscript";
        case PartKind::Starred:
            return "starred";
        case PartKind::Name:
            return "name";
        case PartKind::List:
            return "list";
        case PartKind::Tuple:
            return "tuple";
        case PartKind::Lambda:
            return "lambda";
        case PartKind::Call:
            return "function call";
        case PartKind::BoolOp:
        case PartKind::BinOp:
        case PartKind::UnaryOp:
            return "expression";
        case PartKind::GeneratorExp:
            return "generator expression";
        case PartKind::Yield:
            return "yield expression";
        case PartKind::Await:
            return "await expression";
        case PartKind::ListComp:
            return "list comprehension";
        case PartKind::SetComp:
            return "set comprehension";
        case PartKind::DictComp:
            return "dict comprehension";
        case PartKind::Dict:
            return "dict literal";
        case PartKind::Set:
            return "set display";
        case PartKind::JoinedStr:
            return "f-string expression";
        case PartKind::TemplateStr:
            return "t-string expression";
        case PartKind::NoneConstant:
            return "None";
        case PartKind::False:
            return "False";
        case PartKind::True:
            return "True";
        case PartKind::Ellipsis:
            return "ellipsis";
        case PartKind::Literal:
            return "literal";
        case PartKind::Compare:
            return "comparison";
        case PartKind::IfExp:
            return "conditional expression";
        case PartKind::NamedExpr:
            return "named expression";
        default:
            return "";
    }
}

// A sequence starts where its first element does, and both it and a comprehension end where their last part does.
const Part* first_of(const Part* part) {
    while (part->kind == PartKind::Sequence && !part->children.empty()) part = part->children.front();
    return part;
}

const Part* last_of(const Part* part) {
    while ((part->kind == PartKind::Sequence || part->kind == PartKind::Comprehension) && !part->children.empty()) {
        part = part->children.back();
    }
    return part;
}

bool is_argument(const Part* part) { return part->kind != PartKind::Keyword && part->kind != PartKind::Unpacking; }

}  // namespace

void GrammarMatcher::raise(SyntaxErrorType type, const ErrorPlace& place, std::string_view message) {
    if (has_error_) return;
    has_error_ = true;
    error_ = {};
    error_.type = type;
    error_.message = message;
    places_.report(error_, place, fill_ - 1);
}

void GrammarMatcher::raise_last(SyntaxErrorType type, std::string_view message) {
    raise(type, places_.at_last(fill_ - 1), message);
}

void GrammarMatcher::fail_too_deep() {
    if (has_error_) return;
    has_error_ = true;
    error_ = {};
    error_.type = SyntaxErrorType::MemoryError;
    error_.message = "Parser stack overflowed - Python source too complex to parse";
}

void GrammarMatcher::raise_unclosed_bracket() {
    const Lexer::Bracket& bracket = tokens_.lexer().innermost_bracket();
    ArenaText message(arena_);
    message.add('\'').add(bracket.opening).add("' was never closed");
    raise(SyntaxErrorType::SyntaxError, {bracket.line, int64_t{bracket.column} + 1, bracket.line, 0}, message.view());
}

// The token at the mark is where the lexer gave up.
void GrammarMatcher::raise_lexer_fault() {
    if (has_error_) return;
    const Lexer& lexer = tokens_.lexer();
    int64_t line = lexer.line();
    switch (lexer.fault()) {
        case LexFault::Raised:
            has_error_ = true;
            error_ = lexer.error();
            return;
        case LexFault::EndOfFile:
            if (lexer.open_brackets() > 0) return raise_unclosed_bracket();
            return raise_last(SyntaxErrorType::SyntaxError, "unexpected EOF while parsing");
        case LexFault::Unindent:
            return raise_last(SyntaxErrorType::IndentationError,
                              "unindent does not match any outer indentation level");
        case LexFault::InconsistentTabs:
            return raise(SyntaxErrorType::TabError, {line, 1, line, 0},
                         "inconsistent use of tabs and spaces in indentation");
        case LexFault::TooDeep:
            return raise(SyntaxErrorType::IndentationError, {line, 1, line, 0}, "too many levels of indentation");
        case LexFault::LineContinuation:
            return raise(SyntaxErrorType::SyntaxError,
                         {line, int64_t{lexer.position() - lexer.buffer_offset()}, line, 0},
                         "unexpected character after line continuation character");
        case LexFault::None:
            // The stream was stopped.
            has_error_ = gave_up_ = true;
            return;
    }
}

ErrorPlace GrammarMatcher::place_of(const Part* first, const Part* last) const {
    ErrorPlace place = places_.at_token(first_of(first)->first);
    // White space is no part of what comes before it.
    size_t end = last_of(last)->end - 1;
    while (end > last_of(last)->first) {
        if (tokens_[end].kind != TokenKind::Newline && !has_no_column(tokens_[end])) break;
        end--;
    }
    ErrorPlace end_place = places_.at_token(end);
    place.end_line = end_place.end_line;
    place.end_column = end_place.end_column;
    return place;
}

const Part* GrammarMatcher::raise_at(const Part* first, const Part* last, std::string_view message) {
    raise(SyntaxErrorType::SyntaxError, place_of(first, last), message);
    return nullptr;
}

std::string_view GrammarMatcher::message_of(const GrammarAction& action, const Part** captures) {
    std::string_view pattern = grammar_text(action.message, action.message_length);
    if (pattern.find('%') == std::string_view::npos) return pattern;
    ArenaText message(arena_);
    for (size_t at = 0; at < pattern.size(); at++) {
        if (pattern[at] != '%') {
            message.add(pattern[at]);
            continue;
        }
        const Token& token = tokens_[first_of(captures[0])->first];
        switch (pattern[++at]) {
            case 'n':
                message.add(name_of(captures[0]->kind));
                break;
            case 't':
                message.add(text_of(token));
                break;
            case 'l':
                message.add_number(token.span.line);
                break;
            default:
                message.add(captures[1]->kind == PartKind::Tuple ? "constraints" : "bound");
        }
    }
    return message.view();
}

const Part* GrammarMatcher::raise_action(const GrammarAction& action, const Part** captures) {
    const Part* first = captures[action.first];
    switch (action.kind) {
        case ActionKind::ErrorNext: {
            if (current() == nullptr) return nullptr;
            raise(SyntaxErrorType::SyntaxError, places_.at_last(mark_), message_of(action, captures));
            return nullptr;
        }
        case ActionKind::ErrorLast:
            raise_last(SyntaxErrorType::SyntaxError, message_of(action, captures));
            return nullptr;
        case ActionKind::IndentError:
            raise_last(SyntaxErrorType::IndentationError, message_of(action, captures));
            return nullptr;
        case ActionKind::ErrorRange:
            return raise_at(first, captures[action.second], message_of(action, captures));
        case ActionKind::ErrorFrom: {
            ErrorPlace place = place_of(first, first);
            places_.end_at_lexer(place, fill_ - 1);
            raise(SyntaxErrorType::SyntaxError, place, message_of(action, captures));
            return nullptr;
        }
        case ActionKind::ErrorAfter: {
            ErrorPlace place = place_of(first, first);
            place.column = place.end_column - 1;
            place.end_column = 0;
            raise(SyntaxErrorType::SyntaxError, place, message_of(action, captures));
            return nullptr;
        }
        default:
            return raise_at(first, first, message_of(action, captures));
    }
}

// The first part of an expression that cannot be assigned to or deleted, or nullptr.
const Part* GrammarMatcher::invalid_target(ActionKind kind, const Part* part) const {
    switch (part->kind) {
        case PartKind::List:
        case PartKind::Tuple:
            for (const Part* child : part->children) {
                const Part* found = invalid_target(kind, child);
                if (found != nullptr) return found;
            }
            return nullptr;
        case PartKind::Starred:
            if (kind == ActionKind::DeleteTargets || part->children.empty()) return part;
            return invalid_target(kind, part->children.front());
        case PartKind::Compare:
            // The `in` of a loop was taken for an operator.
            if (kind != ActionKind::ForTargets || part->children.size() < 2) return part;
            if (part->children[1]->kind != PartKind::In) return nullptr;
            return invalid_target(kind, part->children.front());
        case PartKind::Name:
        case PartKind::Subscript:
        case PartKind::Attribute:
            return nullptr;
        default:
            return part;
    }
}

const Part* GrammarMatcher::raise_targets(ActionKind kind, const Part* part) {
    const Part* target = invalid_target(kind, part);
    if (target == nullptr) return nullptr;
    ArenaText message(arena_);
    message.add(kind == ActionKind::DeleteTargets ? "cannot delete " : "cannot assign to ").add(name_of(target->kind));
    return raise_at(target, target, message.view());
}

const Part* GrammarMatcher::check(CheckKind kind, uint32_t start, const Part** captures) {
    switch (kind) {
        case CheckKind::Arguments:
            return check_arguments(captures[0]);
        case CheckKind::Conversion:
            return check_conversion(captures[0], captures[1]);
        case CheckKind::FString:
            return check_format(start, captures[0], captures[1], PartKind::JoinedStr);
        case CheckKind::TString:
            return check_format(start, captures[0], captures[1], PartKind::TemplateStr);
        case CheckKind::GeneratorInCall:
            return check_generator_in_call(captures[0], captures[1]);
        case CheckKind::ImaginaryNumber:
            return check_number(captures[0], true, "imaginary number required in complex literal");
        case CheckKind::RealNumber:
            return check_number(captures[0], false, "real number required in complex literal");
        case CheckKind::LegacyCall:
            return check_legacy_call(captures[0], captures[1]);
        case CheckKind::MissingComma:
            return check_missing_comma(captures[0], captures[1]);
        case CheckKind::Middle:
            return check_middle(captures[0], false);
        case CheckKind::MixedStrings:
            return raise_at(captures[0]->children.back(), captures[1],
                            "cannot mix t-string literals with string or bytes literals");
        case CheckKind::String:
            return check_string(captures[0]);
        case CheckKind::Strings:
            return check_strings(start, captures[0]);
    }
    return nullptr;
}

// `f(a=1, b)`, `f(**a, b)`
const Part* GrammarMatcher::check_arguments(const Part* arguments) {
    bool has_unpacking = false;
    for (const Part* argument : arguments->children) has_unpacking |= argument->kind == PartKind::Unpacking;
    raise_last(SyntaxErrorType::SyntaxError, has_unpacking
                                                 ? "positional argument follows keyword argument unpacking"
                                                 : "positional argument follows keyword argument");
    return nullptr;
}

// `f(a, b for b in c)`
const Part* GrammarMatcher::check_generator_in_call(const Part* arguments, const Part* clauses) {
    size_t count = 0;
    const Part* last = nullptr;
    for (const Part* argument : arguments->children) {
        if (!is_argument(argument)) continue;
        count++;
        last = argument;
    }
    // `dict((a, b) for a, b in c)`
    if (count <= 1) return nullptr;
    return raise_at(last, clauses, "Generator expression must be parenthesized");
}

const Part* GrammarMatcher::check_conversion(const Part* exclamation, const Part* name) {
    const Token& token = tokens_[name->first];
    if (tokens_[exclamation->first].end != token.start) {
        return raise_at(exclamation, name,
                        "f-string: conversion type must come right after the exclamation mark");
    }
    std::string_view letter = text_of(token);
    if (letter == "s" || letter == "r" || letter == "a") return &Checked;
    ArenaText message(arena_);
    message.add("f-string: invalid conversion character '").add(letter).add("': expected 's', 'r', or 'a'");
    return raise_at(name, name, message.view());
}

// Of a complex number in a pattern.
const Part* GrammarMatcher::check_number(const Part* number, bool is_imaginary, std::string_view message) {
    std::string_view text = text_of(tokens_[number->first]);
    bool has_j = text.back() == 'j' || text.back() == 'J';
    return has_j == is_imaginary ? number : raise_at(number, number, message);
}

// The number at the mark.
bool GrammarMatcher::check_number_size() {
    const Token& token = tokens_[mark_];
    size_t digits = excess_digits(text_of(token));
    if (digits == 0) return true;
    ArenaText message(arena_);
    message.add("Exceeds the limit (").add_number(MaxDecimalDigits);
    message.add(" digits) for integer string conversion: value has ").add_number(static_cast<int64_t>(digits));
    message.add(" digits; use sys.set_int_max_str_digits() to increase the limit");
    message.add(" - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
    raise(SyntaxErrorType::SyntaxError, {token.span.line, 0, token.span.end_line, 0}, message.view());
    return false;
}

bool GrammarMatcher::is_legacy_name(const Part* part) const {
    if (part->kind != PartKind::Name && part->kind != PartKind::Token) return false;
    std::string_view name = text_of(tokens_[part->first]);
    return name == "print" || name == "exec";
}

// `print x`
const Part* GrammarMatcher::check_legacy_call(const Part* name, const Part* rest) {
    if (!is_legacy_name(name)) return nullptr;
    std::string_view text = text_of(tokens_[name->first]);
    ArenaText message(arena_);
    message.add("Missing parentheses in call to '").add(text).add("'. Did you mean ").add(text).add("(...)?");
    return raise_at(name, rest, message.view());
}

// `(a b)`; without brackets it can be anything.
const Part* GrammarMatcher::check_missing_comma(const Part* left, const Part* right) {
    if (is_legacy_name(left) || tokens_[mark_ - 1].level == 0) return nullptr;
    return raise_at(left, right, "invalid syntax. Perhaps you forgot a comma?");
}

// Faults in escapes are reported at the token that was read last, which need not be the string.
const Part* GrammarMatcher::check_string(const Part* token) {
    EscapeFault fault;
    decode_string(split_string(text_of(tokens_[token->first])), arena_, fault);
    if (!fault) return token;
    std::string_view message = escape_message(fault, arena_);
    if (fault.error == EscapeError::NonAsciiByte) return raise_at(token, token, message);
    raise_last(SyntaxErrorType::SyntaxError, message);
    return nullptr;
}

const Part* GrammarMatcher::check_middle(const Part* token, bool is_raw) {
    StringParts parts;
    parts.body = text_of(tokens_[token->first]);
    parts.is_raw = is_raw;
    EscapeFault fault;
    decode_string(parts, arena_, fault);
    if (!fault) return &Checked;
    raise_last(SyntaxErrorType::SyntaxError, escape_message(fault, arena_));
    return nullptr;
}

const Part* GrammarMatcher::check_format(uint32_t start, const Part* first, const Part* middles, PartKind kind) {
    std::string_view prefix = text_of(tokens_[first->first]);
    bool is_raw = (prefix[0] | 0x20) == 'r' || (prefix[1] | 0x20) == 'r';
    for (const Part* middle : middles->children) {
        if (middle->kind == PartKind::Token && check_middle(middle, is_raw) == nullptr) return nullptr;
    }
    return make_part(kind, start, mark_);
}

const Part* GrammarMatcher::check_strings(uint32_t start, const Part* strings) {
    bool has_bytes = false;
    bool has_text = false;
    PartKind kind = PartKind::Literal;
    for (const Part* string : strings->children) {
        if (string->kind == PartKind::JoinedStr) kind = PartKind::JoinedStr;
        bool is_bytes = string->kind == PartKind::Token && split_string(text_of(tokens_[string->first])).is_bytes;
        (is_bytes ? has_bytes : has_text) = true;
    }
    if (has_bytes && has_text) {
        raise_last(SyntaxErrorType::SyntaxError, "cannot mix bytes and nonbytes literals");
        return nullptr;
    }
    return make_part(kind, start, mark_);
}

}  // namespace exmonty
