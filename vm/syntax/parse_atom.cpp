// Names, constants, displays and comprehensions; strings are in parse_string.cpp.

#include "vm/syntax/number_literal.h"
#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

// atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | (tuple | group | genexp) | (list | listcomp)
//     | (dict | set | dictcomp | setcomp) | '...'
Expression* TreeParser::parse_atom() {
    switch (kind()) {
        case TokenKind::Name:
            return parse_name();
        case TokenKind::Number:
            return parse_number();
        case TokenKind::String:
        case TokenKind::FStringStart:
        case TokenKind::TStringStart:
            return parse_strings();
        case TokenKind::LeftParenthesis:
            return parse_parenthesised();
        case TokenKind::LeftBracket:
            return parse_list();
        case TokenKind::LeftBrace:
            return parse_braces();
        case TokenKind::KeywordNone:
            return parse_constant(ConstantType::None);
        case TokenKind::KeywordTrue:
            return parse_constant(ConstantType::True);
        case TokenKind::KeywordFalse:
            return parse_constant(ConstantType::False);
        case TokenKind::Ellipsis:
            return parse_constant(ConstantType::Ellipsis);
        default:
            return nullptr;
    }
}

Expression* TreeParser::parse_name() {
    Name* node = make<Name>(start());
    node->id = identifier_of(tokens_.current());
    tokens_.advance();
    return node;
}

Expression* TreeParser::parse_constant(ConstantType type) {
    Constant* node = make<Constant>(start());
    node->type = type;
    tokens_.advance();
    return node;
}

Expression* TreeParser::parse_number() {
    Constant* node = make<Constant>(start());
    if (!read_number(text_of(tokens_.current()), arena_, *node)) return nullptr;
    tokens_.advance();
    return node;
}

// tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
// group: '(' (yield_expr | named_expression) ')'
// genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')'
Expression* TreeParser::parse_parenthesised() {
    SourceSpan from = start();
    tokens_.advance();
    if (at(TokenKind::RightParenthesis)) return finish_tuple(from, nullptr);
    if (at(TokenKind::KeywordYield)) {
        Expression* value = parse_yield();
        return value != nullptr && accept(TokenKind::RightParenthesis) ? value : nullptr;
    }
    bool is_starred = at(TokenKind::Star);
    Expression* first = parse_star_named_expression();
    if (first == nullptr) return nullptr;
    if (at(TokenKind::Comma)) return finish_tuple(from, first);
    if (is_starred) return nullptr;
    if (at_comprehension()) return finish_comprehension<GeneratorExp>(from, first, TokenKind::RightParenthesis);
    return accept(TokenKind::RightParenthesis) ? first : nullptr;
}

// What follows the first element, which is nullptr for `()`.
Expression* TreeParser::finish_tuple(const SourceSpan& from, Expression* first) {
    size_t base = expressions_.size();
    if (first != nullptr) {
        expressions_.push(first);
        tokens_.advance();
        if (!parse_star_named_list(TokenKind::RightParenthesis)) return nullptr;
    }
    tokens_.advance();
    Tuple* node = make<Tuple>(span_from(from));
    node->elts = expressions_.take_from(base);
    return node;
}

// star_named_expressions: ','.star_named_expression+ [',']
// Up to the closing bracket; there may be none.
bool TreeParser::parse_star_named_list(TokenKind closing) {
    while (!at(closing)) {
        Expression* element = parse_star_named_expression();
        if (element == nullptr) return false;
        expressions_.push(element);
        if (!accept(TokenKind::Comma)) break;
    }
    return at(closing);
}

// list: '[' [star_named_expressions] ']'
// listcomp: '[' named_expression for_if_clauses ']'
Expression* TreeParser::parse_list() {
    SourceSpan from = start();
    tokens_.advance();
    size_t base = expressions_.size();
    if (!at(TokenKind::RightBracket)) {
        bool is_starred = at(TokenKind::Star);
        Expression* first = parse_star_named_expression();
        if (first == nullptr) return nullptr;
        if (at_comprehension() && !is_starred) {
            return finish_comprehension<ListComp>(from, first, TokenKind::RightBracket);
        }
        expressions_.push(first);
        if (accept(TokenKind::Comma)) {
            if (!parse_star_named_list(TokenKind::RightBracket)) return nullptr;
        } else if (!at(TokenKind::RightBracket)) {
            return nullptr;
        }
    }
    tokens_.advance();
    List* node = make<List>(span_from(from));
    node->elts = expressions_.take_from(base);
    return node;
}

// dict: '{' [double_starred_kvpairs] '}'
// set: '{' star_named_expressions '}'
// dictcomp: '{' kvpair for_if_clauses '}'
// setcomp: '{' named_expression for_if_clauses '}'
Expression* TreeParser::parse_braces() {
    SourceSpan from = start();
    tokens_.advance();
    if (at(TokenKind::RightBrace) || at(TokenKind::DoubleStar)) return finish_dict(from, nullptr, nullptr);
    bool is_starred = at(TokenKind::Star);
    bool is_named = at(TokenKind::Name) && tokens_.peek(1) == TokenKind::ColonEqual;
    Expression* first = parse_star_named_expression();
    if (first == nullptr) return nullptr;
    if (is_starred || !at_comprehension()) {
        if (is_starred || is_named || !accept(TokenKind::Colon)) return finish_set(from, first);
        Expression* value = parse_expression();
        if (value == nullptr) return nullptr;
        return at_comprehension() ? finish_dict_comprehension(from, first, value) : finish_dict(from, first, value);
    }
    return finish_comprehension<SetComp>(from, first, TokenKind::RightBrace);
}

Expression* TreeParser::finish_dict_comprehension(const SourceSpan& from, Expression* key, Expression* value) {
    Span<Comprehension> generators;
    if (!parse_comprehension(generators) || !accept(TokenKind::RightBrace)) return nullptr;
    DictComp* node = make<DictComp>(span_from(from));
    node->key = key;
    node->value = value;
    node->generators = generators;
    return node;
}

// double_starred_kvpairs: ','.double_starred_kvpair+ [',']
// What follows the first item, if there is one. Keys and values alternate on the stack until the end.
Expression* TreeParser::finish_dict(const SourceSpan& from, Expression* key, Expression* value) {
    size_t base = expressions_.size();
    if (value != nullptr) {
        expressions_.push(key);
        expressions_.push(value);
        if (!accept(TokenKind::Comma) && !at(TokenKind::RightBrace)) return nullptr;
    }
    while (!at(TokenKind::RightBrace)) {
        if (!parse_dict_item()) return nullptr;
        if (!accept(TokenKind::Comma)) break;
    }
    if (!accept(TokenKind::RightBrace)) return nullptr;
    Dict* node = make<Dict>(span_from(from));
    size_t count = (expressions_.size() - base) / 2;
    Expression** keys = static_cast<Expression**>(arena_.allocate_bytes(2 * count * sizeof(Expression*)));
    if (keys != nullptr) {
        for (size_t index = 0; index < count; index++) {
            keys[index] = expressions_[base + 2 * index];
            keys[count + index] = expressions_[base + 2 * index + 1];
        }
        node->keys = {keys, count};
        node->values = {keys + count, count};
    }
    expressions_.shrink(base);
    return node;
}

// double_starred_kvpair: '**' bitwise_or | expression ':' expression
bool TreeParser::parse_dict_item() {
    Expression* key = nullptr;
    Expression* value = nullptr;
    if (accept(TokenKind::DoubleStar)) {
        value = parse_bitwise_or();
    } else {
        key = parse_expression();
        if (key == nullptr || !accept(TokenKind::Colon)) return false;
        value = parse_expression();
    }
    if (value == nullptr) return false;
    expressions_.push(key);
    expressions_.push(value);
    return true;
}

Expression* TreeParser::finish_set(const SourceSpan& from, Expression* first) {
    size_t base = expressions_.size();
    expressions_.push(first);
    if (accept(TokenKind::Comma) && !parse_star_named_list(TokenKind::RightBrace)) return nullptr;
    if (!accept(TokenKind::RightBrace)) return nullptr;
    Set* node = make<Set>(span_from(from));
    node->elts = expressions_.take_from(base);
    return node;
}

// for_if_clauses: ('async'? 'for' star_targets 'in' disjunction ('if' disjunction)*)+
bool TreeParser::parse_comprehension(Span<Comprehension>& generators) {
    size_t base = comprehensions_.size();
    while (at_comprehension()) {
        Comprehension clause{};
        clause.is_async = accept(TokenKind::KeywordAsync);
        if (!accept(TokenKind::KeywordFor)) return false;
        clause.target = parse_star_targets();
        if (clause.target == nullptr || !accept(TokenKind::KeywordIn)) return false;
        clause.iter = parse_disjunction();
        if (clause.iter == nullptr) return false;
        size_t conditions = expressions_.size();
        while (accept(TokenKind::KeywordIf)) {
            Expression* condition = parse_disjunction();
            if (condition == nullptr) return false;
            expressions_.push(condition);
        }
        clause.ifs = expressions_.take_from(conditions);
        comprehensions_.push(clause);
    }
    generators = comprehensions_.take_from(base);
    return true;
}

template <typename T>
T* TreeParser::finish_comprehension(const SourceSpan& from, Expression* element, TokenKind closing) {
    Span<Comprehension> generators;
    if (!parse_comprehension(generators) || !accept(closing)) return nullptr;
    T* node = make<T>(span_from(from));
    node->elt = element;
    node->generators = generators;
    return node;
}

template GeneratorExp* TreeParser::finish_comprehension(const SourceSpan&, Expression*, TokenKind);
template ListComp* TreeParser::finish_comprehension(const SourceSpan&, Expression*, TokenKind);
template SetComp* TreeParser::finish_comprehension(const SourceSpan&, Expression*, TokenKind);

}  // namespace exmonty
