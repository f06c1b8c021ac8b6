// match statements and their patterns.

#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

// match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
// `match` is a name elsewhere: if no case follows, nothing is consumed.
Statement* TreeParser::parse_match() {
    size_t here = tokens_.index();
    SourceSpan from = start();
    tokens_.advance();
    Expression* subject = parse_match_subject();
    bool is_match = subject != nullptr && accept(TokenKind::Colon) && accept(TokenKind::Newline) &&
                    accept(TokenKind::Indent) && at_word("case");
    if (!is_match) {
        if (!tokens_.stopped()) tokens_.go_back(here);
        return nullptr;
    }
    Nesting nesting(*this);
    size_t base = cases_.size();
    do {
        MatchCase match_case{};
        if (!at_word("case") || !parse_case(match_case)) return nullptr;
        cases_.push(match_case);
    } while (!at(TokenKind::Dedent));
    tokens_.advance();
    Match* node = make<Match>(span_from(from));
    node->subject = subject;
    node->cases = cases_.take_from(base);
    return node;
}

// subject_expr: star_named_expression ',' star_named_expressions? | named_expression
Expression* TreeParser::parse_match_subject() {
    SourceSpan from = start();
    bool is_starred = at(TokenKind::Star);
    if (!starts_expression()) return nullptr;
    Expression* first = parse_star_named_expression();
    if (first == nullptr || (!is_starred && !at(TokenKind::Comma))) return first;
    size_t base = expressions_.size();
    expressions_.push(first);
    if (!accept(TokenKind::Comma) || !parse_star_named_list(TokenKind::Colon)) return nullptr;
    Tuple* node = make<Tuple>(span_from(from));
    node->elts = expressions_.take_from(base);
    return node;
}

// case_block: "case" patterns ['if' named_expression] ':' block
bool TreeParser::parse_case(MatchCase& match_case) {
    tokens_.advance();
    match_case.pattern = parse_patterns();
    if (match_case.pattern == nullptr) return false;
    if (accept(TokenKind::KeywordIf)) {
        match_case.guard = parse_named_expression();
        if (match_case.guard == nullptr) return false;
    }
    return accept(TokenKind::Colon) && parse_block(match_case.body);
}

// patterns: open_sequence_pattern | pattern
// open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
Pattern* TreeParser::parse_patterns() {
    SourceSpan from = start();
    bool is_starred = at(TokenKind::Star);
    Pattern* first = parse_maybe_star_pattern();
    if (first == nullptr || (!is_starred && !at(TokenKind::Comma))) return first;
    size_t base = patterns_.size();
    patterns_.push(first);
    if (!accept(TokenKind::Comma)) return nullptr;
    while (!at(TokenKind::Colon) && !at(TokenKind::KeywordIf)) {
        Pattern* pattern = parse_maybe_star_pattern();
        if (pattern == nullptr) return nullptr;
        patterns_.push(pattern);
        if (!accept(TokenKind::Comma)) break;
    }
    MatchSequence* node = make<MatchSequence>(span_from(from));
    node->patterns = patterns_.take_from(base);
    return node;
}

// pattern: or_pattern 'as' pattern_capture_target | or_pattern
Pattern* TreeParser::parse_pattern() {
    Nesting nesting(*this);
    SourceSpan from = start();
    Pattern* pattern = parse_or_pattern();
    if (pattern == nullptr || !accept(TokenKind::KeywordAs)) return pattern;
    Identifier name;
    if (!parse_capture_name(name)) return nullptr;
    MatchAs* node = make<MatchAs>(span_from(from));
    node->pattern = pattern;
    node->name = name;
    return node;
}

// pattern_capture_target: !"_" NAME !('.' | '(' | '=')
bool TreeParser::parse_capture_name(Identifier& name) {
    if (at_word("_") || !accept_name(name)) return false;
    return !at(TokenKind::Dot) && !at(TokenKind::LeftParenthesis) && !at(TokenKind::Equal);
}

// or_pattern: '|'.closed_pattern+
Pattern* TreeParser::parse_or_pattern() {
    SourceSpan from = start();
    Pattern* first = parse_closed_pattern();
    if (first == nullptr || !at(TokenKind::Bar)) return first;
    size_t base = patterns_.size();
    patterns_.push(first);
    while (accept(TokenKind::Bar)) {
        Pattern* pattern = parse_closed_pattern();
        if (pattern == nullptr) return nullptr;
        patterns_.push(pattern);
    }
    MatchOr* node = make<MatchOr>(span_from(from));
    node->patterns = patterns_.take_from(base);
    return node;
}

// closed_pattern: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern
//               | sequence_pattern | mapping_pattern | class_pattern
Pattern* TreeParser::parse_closed_pattern() {
    switch (kind()) {
        case TokenKind::Number:
        case TokenKind::Minus:
            return parse_number_pattern();
        case TokenKind::String:
        case TokenKind::FStringStart:
        case TokenKind::TStringStart:
            return parse_string_pattern();
        case TokenKind::KeywordNone:
            return parse_singleton_pattern(ConstantType::None);
        case TokenKind::KeywordTrue:
            return parse_singleton_pattern(ConstantType::True);
        case TokenKind::KeywordFalse:
            return parse_singleton_pattern(ConstantType::False);
        case TokenKind::Name:
            return parse_name_pattern();
        case TokenKind::LeftParenthesis:
            return parse_group_pattern();
        case TokenKind::LeftBracket:
            return parse_sequence_pattern();
        case TokenKind::LeftBrace:
            return parse_mapping_pattern();
        default:
            return nullptr;
    }
}

Pattern* TreeParser::parse_number_pattern() {
    SourceSpan from = start();
    Expression* value = parse_literal_number();
    if (value == nullptr) return nullptr;
    MatchValue* node = make<MatchValue>(span_from(from));
    node->value = value;
    return node;
}

// signed_number !('+' | '-') | complex_number
// complex_number: signed_real_number ('+' | '-') imaginary_number
Expression* TreeParser::parse_literal_number() {
    SourceSpan from = start();
    Expression* left = parse_signed_number();
    if (left == nullptr || (!at(TokenKind::Plus) && !at(TokenKind::Minus))) return left;
    BinaryOperator op = at(TokenKind::Plus) ? BinaryOperator::Add : BinaryOperator::Sub;
    tokens_.advance();
    UnaryOp* negative = left->try_as<UnaryOp>();
    const Constant* real = (negative != nullptr ? negative->operand : left)->as<Constant>();
    if (!at(TokenKind::Number)) return nullptr;
    Expression* right = parse_number();
    if (right == nullptr || real->type == ConstantType::Imaginary) return nullptr;
    if (right->as<Constant>()->type != ConstantType::Imaginary) return nullptr;
    BinOp* node = make<BinOp>(span_from(from));
    node->op = op;
    node->left = left;
    node->right = right;
    return node;
}

// signed_number: NUMBER | '-' NUMBER
Expression* TreeParser::parse_signed_number() {
    SourceSpan from = start();
    bool is_negative = accept(TokenKind::Minus);
    if (!at(TokenKind::Number)) return nullptr;
    Expression* number = parse_number();
    if (number == nullptr || !is_negative) return number;
    UnaryOp* node = make<UnaryOp>(span_from(from));
    node->op = UnaryOperator::USub;
    node->operand = number;
    return node;
}

Pattern* TreeParser::parse_string_pattern() {
    SourceSpan from = start();
    Expression* value = parse_strings();
    if (value == nullptr) return nullptr;
    MatchValue* node = make<MatchValue>(span_from(from));
    node->value = value;
    return node;
}

Pattern* TreeParser::parse_singleton_pattern(ConstantType value) {
    MatchSingleton* node = make<MatchSingleton>(start());
    node->value = value;
    tokens_.advance();
    return node;
}

// capture_pattern: pattern_capture_target
// wildcard_pattern: "_"
// value_pattern: attr !('.' | '(' | '=')
// class_pattern: name_or_attr '(' … ')'
Pattern* TreeParser::parse_name_pattern() {
    SourceSpan from = start();
    bool is_wildcard = at_word("_");
    TokenKind second = tokens_.peek(1);
    if (second != TokenKind::Dot && second != TokenKind::LeftParenthesis) {
        Identifier name;
        accept_name(name);
        if (at(TokenKind::Equal)) return nullptr;
        MatchAs* node = make<MatchAs>(from);
        if (!is_wildcard) node->name = name;
        return node;
    }
    Expression* value = parse_dotted_value();
    if (value == nullptr) return nullptr;
    if (at(TokenKind::LeftParenthesis)) return parse_class_pattern(from, value);
    MatchValue* node = make<MatchValue>(span_from(from));
    node->value = value;
    return node;
}

// name_or_attr: attr | NAME
// attr: name_or_attr '.' NAME
Expression* TreeParser::parse_dotted_value() {
    SourceSpan from = start();
    if (!at(TokenKind::Name)) return nullptr;
    Expression* value = parse_name();
    while (accept(TokenKind::Dot)) {
        SourceSpan name_span = start();
        Identifier name;
        if (!accept_name(name)) return nullptr;
        Attribute* node = make<Attribute>(join(from, name_span));
        node->value = value;
        node->attr = name;
        node->attr_span = name_span;
        value = node;
    }
    return value;
}

// class_pattern: name_or_attr '(' [positional_patterns] [keyword_patterns] [','] ')'
Pattern* TreeParser::parse_class_pattern(const SourceSpan& from, Expression* cls) {
    tokens_.advance();
    size_t base = patterns_.size();
    size_t names = identifiers_.size();
    size_t positional = 0;
    while (!at(TokenKind::RightParenthesis)) {
        bool is_keyword = at(TokenKind::Name) && tokens_.peek(1) == TokenKind::Equal;
        if (is_keyword) {
            Identifier name;
            accept_name(name);
            identifiers_.push(name);
            tokens_.advance();
        } else if (identifiers_.size() > names) {
            return nullptr;
        }
        Pattern* pattern = parse_pattern();
        if (pattern == nullptr) return nullptr;
        patterns_.push(pattern);
        positional += !is_keyword;
        if (!accept(TokenKind::Comma)) break;
    }
    if (!accept(TokenKind::RightParenthesis)) return nullptr;
    MatchClass* node = make<MatchClass>(span_from(from));
    node->cls = cls;
    node->kwd_patterns = patterns_.take_from(base + positional);
    node->patterns = patterns_.take_from(base);
    node->kwd_attrs = identifiers_.take_from(names);
    return node;
}

// group_pattern: '(' pattern ')'
// sequence_pattern: '(' open_sequence_pattern? ')'
Pattern* TreeParser::parse_group_pattern() {
    Nesting nesting(*this);
    SourceSpan from = start();
    tokens_.advance();
    size_t base = patterns_.size();
    if (!at(TokenKind::RightParenthesis)) {
        bool is_starred = at(TokenKind::Star);
        Pattern* first = parse_maybe_star_pattern();
        if (first == nullptr) return nullptr;
        if (!at(TokenKind::Comma)) return !is_starred && accept(TokenKind::RightParenthesis) ? first : nullptr;
        tokens_.advance();
        patterns_.push(first);
    }
    return finish_sequence_pattern(from, base, TokenKind::RightParenthesis);
}

// sequence_pattern: '[' maybe_sequence_pattern? ']'
Pattern* TreeParser::parse_sequence_pattern() {
    Nesting nesting(*this);
    SourceSpan from = start();
    tokens_.advance();
    return finish_sequence_pattern(from, patterns_.size(), TokenKind::RightBracket);
}

// maybe_sequence_pattern: ','.maybe_star_pattern+ [',']
// Up to the closing bracket.
Pattern* TreeParser::finish_sequence_pattern(const SourceSpan& from, size_t base, TokenKind closing) {
    while (!at(closing)) {
        Pattern* pattern = parse_maybe_star_pattern();
        if (pattern == nullptr) return nullptr;
        patterns_.push(pattern);
        if (!accept(TokenKind::Comma)) break;
    }
    if (!accept(closing)) return nullptr;
    MatchSequence* node = make<MatchSequence>(span_from(from));
    node->patterns = patterns_.take_from(base);
    return node;
}

// star_pattern: '*' pattern_capture_target | '*' wildcard_pattern
Pattern* TreeParser::parse_star_pattern() {
    SourceSpan from = start();
    tokens_.advance();
    Identifier name;
    bool is_wildcard = at_word("_");
    if (is_wildcard) {
        tokens_.advance();
    } else if (!parse_capture_name(name)) {
        return nullptr;
    }
    MatchStar* node = make<MatchStar>(span_from(from));
    node->name = name;
    return node;
}

// mapping_pattern: '{' '}' | '{' double_star_pattern ','? '}' | '{' items_pattern ',' double_star_pattern ','? '}'
//                | '{' items_pattern ','? '}'
Pattern* TreeParser::parse_mapping_pattern() {
    Nesting nesting(*this);
    SourceSpan from = start();
    tokens_.advance();
    size_t keys = expressions_.size();
    size_t base = patterns_.size();
    Identifier rest;
    while (!at(TokenKind::RightBrace)) {
        if (accept(TokenKind::DoubleStar)) {
            if (!parse_capture_name(rest)) return nullptr;
            accept(TokenKind::Comma);
            break;
        }
        if (!parse_mapping_item()) return nullptr;
        if (!accept(TokenKind::Comma)) break;
    }
    if (!accept(TokenKind::RightBrace)) return nullptr;
    MatchMapping* node = make<MatchMapping>(span_from(from));
    node->keys = expressions_.take_from(keys);
    node->patterns = patterns_.take_from(base);
    node->rest = rest;
    return node;
}

// key_value_pattern: (literal_expr | attr) ':' pattern
bool TreeParser::parse_mapping_item() {
    Expression* key = nullptr;
    switch (kind()) {
        case TokenKind::Number:
        case TokenKind::Minus:
            key = parse_literal_number();
            break;
        case TokenKind::String:
        case TokenKind::FStringStart:
        case TokenKind::TStringStart:
            key = parse_strings();
            break;
        case TokenKind::KeywordNone:
            key = parse_constant(ConstantType::None);
            break;
        case TokenKind::KeywordTrue:
            key = parse_constant(ConstantType::True);
            break;
        case TokenKind::KeywordFalse:
            key = parse_constant(ConstantType::False);
            break;
        default:
            key = parse_dotted_value();
            if (key != nullptr && !key->is<Attribute>()) return false;
    }
    if (key == nullptr || !accept(TokenKind::Colon)) return false;
    Pattern* pattern = parse_pattern();
    if (pattern == nullptr) return false;
    expressions_.push(key);
    patterns_.push(pattern);
    return true;
}

}  // namespace exmonty
