// Expressions down to primaries.

#include <array>

#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

// expressions: ','.expression+ [',']
Expression* TreeParser::parse_expressions() {
    SourceSpan from = start();
    Expression* first = parse_expression();
    return first == nullptr ? nullptr : finish_expressions(from, first);
}

Expression* TreeParser::finish_expressions(const SourceSpan& from, Expression* first) {
    if (!at(TokenKind::Comma)) return first;
    size_t base = expressions_.size();
    expressions_.push(first);
    while (accept(TokenKind::Comma)) {
        if (!starts_expression()) break;
        Expression* element = parse_expression();
        if (element == nullptr) return nullptr;
        expressions_.push(element);
    }
    Tuple* node = make<Tuple>(span_from(from));
    node->elts = expressions_.take_from(base);
    return node;
}

// Whether a list goes on behind a comma. What cannot start an expression ends it.
bool TreeParser::starts_expression() const {
    switch (kind()) {
        case TokenKind::Name:
        case TokenKind::Number:
        case TokenKind::String:
        case TokenKind::FStringStart:
        case TokenKind::TStringStart:
        case TokenKind::LeftParenthesis:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace:
        case TokenKind::Ellipsis:
        case TokenKind::Plus:
        case TokenKind::Minus:
        case TokenKind::Tilde:
        case TokenKind::Star:
        case TokenKind::KeywordNot:
        case TokenKind::KeywordAwait:
        case TokenKind::KeywordLambda:
        case TokenKind::KeywordNone:
        case TokenKind::KeywordTrue:
        case TokenKind::KeywordFalse:
            return true;
        default:
            return false;
    }
}

// star_expressions: ','.star_expression+ [',']
Expression* TreeParser::parse_star_expressions() {
    SourceSpan from = start();
    Expression* first = parse_star_expression();
    if (first == nullptr || !at(TokenKind::Comma)) return first;
    size_t base = expressions_.size();
    expressions_.push(first);
    while (accept(TokenKind::Comma)) {
        if (!starts_expression()) break;
        Expression* element = parse_star_expression();
        if (element == nullptr) return nullptr;
        expressions_.push(element);
    }
    Tuple* node = make<Tuple>(span_from(from));
    node->elts = expressions_.take_from(base);
    return node;
}

// star_expression: '*' bitwise_or | expression
Expression* TreeParser::parse_star_expression() {
    if (!at(TokenKind::Star)) return parse_expression();
    SourceSpan from = start();
    tokens_.advance();
    Expression* value = parse_bitwise_or();
    if (value == nullptr) return nullptr;
    Starred* node = make<Starred>(span_from(from));
    node->value = value;
    return node;
}

// star_named_expression: '*' bitwise_or | named_expression
Expression* TreeParser::parse_star_named_expression() {
    return at(TokenKind::Star) ? parse_star_expression() : parse_named_expression();
}

// starred_expression: '*' expression
Expression* TreeParser::parse_starred() {
    SourceSpan from = start();
    tokens_.advance();
    Expression* value = parse_expression();
    if (value == nullptr) return nullptr;
    Starred* node = make<Starred>(span_from(from));
    node->value = value;
    return node;
}

// named_expression: NAME ':=' expression | expression !':='
Expression* TreeParser::parse_named_expression() {
    if (at(TokenKind::Name) && tokens_.peek(1) == TokenKind::ColonEqual) return parse_assignment_expression();
    return parse_expression();
}

Expression* TreeParser::parse_assignment_expression() {
    SourceSpan from = start();
    Expression* target = parse_name();
    target->as<Name>()->ctx = Context::Store;
    tokens_.advance();
    Expression* value = parse_expression();
    if (value == nullptr) return nullptr;
    NamedExpr* node = make<NamedExpr>(span_from(from));
    node->target = target;
    node->value = value;
    return node;
}

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
Expression* TreeParser::parse_yield() {
    Nesting nesting(*this);
    SourceSpan from = start();
    tokens_.advance();
    if (accept(TokenKind::KeywordFrom)) {
        Expression* value = parse_expression();
        if (value == nullptr) return nullptr;
        YieldFrom* node = make<YieldFrom>(span_from(from));
        node->value = value;
        return node;
    }
    Expression* value = nullptr;
    if (starts_expression()) {
        value = parse_star_expressions();
        if (value == nullptr) return nullptr;
    }
    Yield* node = make<Yield>(span_from(from));
    node->value = value;
    return node;
}

// expression: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
Expression* TreeParser::parse_expression() {
    Nesting nesting(*this);
    if (at(TokenKind::KeywordLambda)) return parse_lambda();
    SourceSpan from = start();
    Expression* body = parse_disjunction();
    if (body == nullptr || !at(TokenKind::KeywordIf)) return body;
    tokens_.advance();
    Expression* test = parse_disjunction();
    if (test == nullptr || !accept(TokenKind::KeywordElse)) return nullptr;
    Expression* orelse = parse_expression();
    if (orelse == nullptr) return nullptr;
    IfExp* node = make<IfExp>(span_from(from));
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    return node;
}

// lambdef: 'lambda' [lambda_params] ':' expression
Expression* TreeParser::parse_lambda() {
    SourceSpan from = start();
    tokens_.advance();
    Arguments* arguments = parse_parameters(Brackets::Lambda);
    if (arguments == nullptr || !accept(TokenKind::Colon)) return nullptr;
    Expression* body = parse_expression();
    if (body == nullptr) return nullptr;
    Lambda* node = make<Lambda>(span_from(from));
    node->args = arguments;
    node->body = body;
    return node;
}

// disjunction: 'or'.conjunction+
Expression* TreeParser::parse_disjunction() {
    SourceSpan from = start();
    Expression* first = parse_conjunction();
    if (first == nullptr || !at(TokenKind::KeywordOr)) return first;
    size_t base = expressions_.size();
    expressions_.push(first);
    while (accept(TokenKind::KeywordOr)) {
        Expression* operand = parse_conjunction();
        if (operand == nullptr) return nullptr;
        expressions_.push(operand);
    }
    BoolOp* node = make<BoolOp>(span_from(from));
    node->op = BoolOperator::Or;
    node->values = expressions_.take_from(base);
    return node;
}

// conjunction: 'and'.inversion+
Expression* TreeParser::parse_conjunction() {
    SourceSpan from = start();
    Expression* first = parse_inversion();
    if (first == nullptr || !at(TokenKind::KeywordAnd)) return first;
    size_t base = expressions_.size();
    expressions_.push(first);
    while (accept(TokenKind::KeywordAnd)) {
        Expression* operand = parse_inversion();
        if (operand == nullptr) return nullptr;
        expressions_.push(operand);
    }
    BoolOp* node = make<BoolOp>(span_from(from));
    node->op = BoolOperator::And;
    node->values = expressions_.take_from(base);
    return node;
}

// inversion: 'not' inversion | comparison
Expression* TreeParser::parse_inversion() {
    if (!at(TokenKind::KeywordNot)) return parse_comparison();
    Nesting nesting(*this);
    SourceSpan from = start();
    tokens_.advance();
    Expression* operand = parse_inversion();
    if (operand == nullptr) return nullptr;
    UnaryOp* node = make<UnaryOp>(span_from(from));
    node->op = UnaryOperator::Not;
    node->operand = operand;
    return node;
}

// comparison: bitwise_or compare_op_bitwise_or_pair*
Expression* TreeParser::parse_comparison() {
    SourceSpan from = start();
    Expression* left = parse_bitwise_or();
    CompareOperator op;
    if (left == nullptr || !parse_comparison_operator(op)) return left;
    size_t expression_base = expressions_.size();
    size_t operator_base = operators_.size();
    do {
        operators_.push(op);
        Expression* right = parse_bitwise_or();
        if (right == nullptr) return nullptr;
        expressions_.push(right);
    } while (parse_comparison_operator(op));
    Compare* node = make<Compare>(span_from(from));
    node->left = left;
    node->ops = operators_.take_from(operator_base);
    node->comparators = expressions_.take_from(expression_base);
    return node;
}

// Consumes a comparison operator if there is one.
bool TreeParser::parse_comparison_operator(CompareOperator& op) {
    switch (kind()) {
        case TokenKind::EqualEqual:
            op = CompareOperator::Eq;
            break;
        case TokenKind::NotEqual:
            op = CompareOperator::NotEq;
            break;
        case TokenKind::Less:
            op = CompareOperator::Lt;
            break;
        case TokenKind::LessEqual:
            op = CompareOperator::LtE;
            break;
        case TokenKind::Greater:
            op = CompareOperator::Gt;
            break;
        case TokenKind::GreaterEqual:
            op = CompareOperator::GtE;
            break;
        case TokenKind::KeywordIn:
            op = CompareOperator::In;
            break;
        case TokenKind::KeywordNot:
            if (tokens_.peek(1) != TokenKind::KeywordIn) return false;
            op = CompareOperator::NotIn;
            tokens_.advance();
            break;
        case TokenKind::KeywordIs:
            op = CompareOperator::Is;
            if (tokens_.peek(1) == TokenKind::KeywordNot) {
                op = CompareOperator::IsNot;
                tokens_.advance();
            }
            break;
        default:
            return false;
    }
    tokens_.advance();
    return true;
}

namespace {

struct BinaryRow {
    int precedence = 0;  // 0: not a binary operator
    BinaryOperator op = BinaryOperator::Add;
};

constexpr std::array<BinaryRow, TokenKinds> BinaryRows = [] {
    std::array<BinaryRow, TokenKinds> rows{};
    auto set = [&rows](TokenKind kind, int precedence, BinaryOperator op) {
        rows[static_cast<int>(kind)] = {precedence, op};
    };
    set(TokenKind::Bar, 1, BinaryOperator::BitOr);
    set(TokenKind::Caret, 2, BinaryOperator::BitXor);
    set(TokenKind::Ampersand, 3, BinaryOperator::BitAnd);
    set(TokenKind::LeftShift, 4, BinaryOperator::LShift);
    set(TokenKind::RightShift, 4, BinaryOperator::RShift);
    set(TokenKind::Plus, 5, BinaryOperator::Add);
    set(TokenKind::Minus, 5, BinaryOperator::Sub);
    set(TokenKind::Star, 6, BinaryOperator::Mult);
    set(TokenKind::Slash, 6, BinaryOperator::Div);
    set(TokenKind::DoubleSlash, 6, BinaryOperator::FloorDiv);
    set(TokenKind::Percent, 6, BinaryOperator::Mod);
    set(TokenKind::At, 6, BinaryOperator::MatMult);
    return rows;
}();

}  // namespace

// bitwise_or: bitwise_or '|' bitwise_xor | bitwise_xor, and so on down to
// term: term ('*' | '/' | '//' | '%' | '@') factor | factor
// Operators of at least this precedence. All of them are left-associative, so chains grow in the loop.
Expression* TreeParser::parse_binary(int precedence) {
    SourceSpan from = start();
    Expression* left = parse_factor();
    if (left == nullptr) return nullptr;
    for (;;) {
        BinaryRow row = BinaryRows[static_cast<int>(kind())];
        if (row.precedence < precedence || row.precedence == 0) return left;
        tokens_.advance();
        Expression* right = parse_binary(row.precedence + 1);
        if (right == nullptr) return nullptr;
        BinOp* node = make<BinOp>(span_from(from));
        node->op = row.op;
        node->left = left;
        node->right = right;
        left = node;
    }
}

// factor: ('+' | '-' | '~') factor | power
Expression* TreeParser::parse_factor() {
    UnaryOperator op;
    switch (kind()) {
        case TokenKind::Plus:
            op = UnaryOperator::UAdd;
            break;
        case TokenKind::Minus:
            op = UnaryOperator::USub;
            break;
        case TokenKind::Tilde:
            op = UnaryOperator::Invert;
            break;
        default:
            return parse_power();
    }
    Nesting nesting(*this);
    SourceSpan from = start();
    tokens_.advance();
    Expression* operand = parse_factor();
    if (operand == nullptr) return nullptr;
    UnaryOp* node = make<UnaryOp>(span_from(from));
    node->op = op;
    node->operand = operand;
    return node;
}

// power: await_primary '**' factor | await_primary
Expression* TreeParser::parse_power() {
    SourceSpan from = start();
    Expression* base = at(TokenKind::KeywordAwait) ? parse_await() : parse_primary();
    if (base == nullptr || !at(TokenKind::DoubleStar)) return base;
    Nesting nesting(*this);
    tokens_.advance();
    Expression* exponent = parse_factor();
    if (exponent == nullptr) return nullptr;
    BinOp* node = make<BinOp>(span_from(from));
    node->op = BinaryOperator::Pow;
    node->left = base;
    node->right = exponent;
    return node;
}

// await_primary: 'await' primary
Expression* TreeParser::parse_await() {
    SourceSpan from = start();
    tokens_.advance();
    Expression* value = parse_primary();
    if (value == nullptr) return nullptr;
    Await* node = make<Await>(span_from(from));
    node->value = value;
    return node;
}

// primary: primary '.' NAME | primary genexp | primary '(' [arguments] ')' | primary '[' slices ']' | atom
Expression* TreeParser::parse_primary() {
    SourceSpan from = start();
    Expression* value = parse_atom();
    while (value != nullptr) {
        switch (kind()) {
            case TokenKind::Dot: {
                tokens_.advance();
                SourceSpan name_span = start();
                Identifier name;
                if (!accept_name(name)) return nullptr;
                Attribute* node = make<Attribute>(join(from, name_span));
                node->value = value;
                node->attr = name;
                node->attr_span = name_span;
                value = node;
                break;
            }
            case TokenKind::LeftParenthesis:
                value = parse_call(from, value);
                break;
            case TokenKind::LeftBracket:
                value = parse_subscript(from, value);
                break;
            default:
                return value;
        }
    }
    return nullptr;
}

// genexp | '(' [arguments] ')'
Expression* TreeParser::parse_call(const SourceSpan& from, Expression* callee) {
    SourceSpan bracket = start();
    tokens_.advance();
    Expressions arguments;
    Span<Keyword> keywords;
    size_t base = expressions_.size();
    bool starts_positional = !at(TokenKind::Star) && !at(TokenKind::DoubleStar) && !at(TokenKind::RightParenthesis) &&
                             !(at(TokenKind::Name) && tokens_.peek(1) == TokenKind::Equal);
    bool is_generator = false;
    if (starts_positional) {
        Expression* first = parse_named_expression();
        // A generator expression is the only argument that may do without parentheses of its own.
        is_generator = first != nullptr && at_comprehension();
        if (is_generator) first = finish_comprehension<GeneratorExp>(bracket, first, TokenKind::RightParenthesis);
        if (first == nullptr) return nullptr;
        expressions_.push(first);
    }
    if (is_generator) {
        arguments = expressions_.take_from(base);
    } else {
        if (starts_positional && !accept(TokenKind::Comma) && !at(TokenKind::RightParenthesis)) return nullptr;
        if (!finish_arguments(base, arguments, keywords)) return nullptr;
        tokens_.advance();
    }
    Call* node = make<Call>(span_from(from));
    node->func = callee;
    node->args = arguments;
    node->keywords = keywords;
    return node;
}

// primary '[' slices ']'
Expression* TreeParser::parse_subscript(const SourceSpan& from, Expression* value) {
    tokens_.advance();
    Expression* slice = parse_slices();
    if (slice == nullptr || !accept(TokenKind::RightBracket)) return nullptr;
    Subscript* node = make<Subscript>(span_from(from));
    node->value = value;
    node->slice = slice;
    return node;
}

// slices: slice !',' | ','.(slice | starred_expression)+ [',']
Expression* TreeParser::parse_slices() {
    SourceSpan from = start();
    bool is_starred = at(TokenKind::Star);
    Expression* first = is_starred ? parse_starred() : parse_slice();
    if (first == nullptr || (!is_starred && !at(TokenKind::Comma))) return first;
    size_t base = expressions_.size();
    expressions_.push(first);
    while (accept(TokenKind::Comma) && !at(TokenKind::RightBracket)) {
        Expression* element = at(TokenKind::Star) ? parse_starred() : parse_slice();
        if (element == nullptr) return nullptr;
        expressions_.push(element);
    }
    Tuple* node = make<Tuple>(span_from(from));
    node->elts = expressions_.take_from(base);
    return node;
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression
Expression* TreeParser::parse_slice() {
    SourceSpan from = start();
    Expression* parts[3] = {};
    if (!at(TokenKind::Colon)) {
        bool is_named = at(TokenKind::Name) && tokens_.peek(1) == TokenKind::ColonEqual;
        parts[0] = parse_named_expression();
        if (parts[0] == nullptr || is_named || !at(TokenKind::Colon)) return parts[0];
    }
    for (int part = 1; part < 3 && accept(TokenKind::Colon); part++) {
        if (!starts_expression()) continue;
        parts[part] = parse_expression();
        if (parts[part] == nullptr) return nullptr;
    }
    Slice* node = make<Slice>(span_from(from));
    node->lower = parts[0];
    node->upper = parts[1];
    node->step = parts[2];
    return node;
}

}  // namespace exmonty
