// Compound statements, except match (parse_pattern.cpp).

#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

// The statement that starts here, or nullptr; nothing was consumed if it is not a compound statement.
Statement* TreeParser::parse_compound_statement() {
    SourceSpan from = start();
    switch (kind()) {
        case TokenKind::KeywordDef:
            return parse_function(from, {});
        case TokenKind::At:
            return parse_decorated();
        case TokenKind::KeywordAsync:
            return parse_async();
        case TokenKind::KeywordIf:
            return parse_if();
        case TokenKind::KeywordClass:
            return parse_class(from, {});
        case TokenKind::KeywordWith:
            return parse_with(from);
        case TokenKind::KeywordFor:
            return parse_for(from);
        case TokenKind::KeywordTry:
            return parse_try();
        case TokenKind::KeywordWhile:
            return parse_while();
        case TokenKind::Name:
            return at_word("match") ? parse_match() : nullptr;
        default:
            return nullptr;
    }
}

// block: NEWLINE INDENT statements DEDENT | simple_stmts
bool TreeParser::parse_block(Statements& body) {
    Nesting nesting(*this);
    size_t base = statements_.size();
    if (accept(TokenKind::Newline)) {
        if (!accept(TokenKind::Indent)) return false;
        do {
            if (!parse_statement()) return false;
        } while (!at(TokenKind::Dedent));
        tokens_.advance();
    } else if (!parse_simple_statements()) {
        return false;
    }
    body = statements_.take_from(base);
    return true;
}

// [else_block]
// else_block: 'else' ':' block
bool TreeParser::parse_else(Statements& body) {
    if (!accept(TokenKind::KeywordElse)) return true;
    return accept(TokenKind::Colon) && parse_block(body);
}

// decorators: ('@' named_expression NEWLINE)+
Statement* TreeParser::parse_decorated() {
    size_t base = expressions_.size();
    while (accept(TokenKind::At)) {
        Expression* decorator = parse_named_expression();
        if (decorator == nullptr || !accept(TokenKind::Newline)) return nullptr;
        expressions_.push(decorator);
    }
    Expressions decorators = expressions_.take_from(base);
    SourceSpan from = start();
    if (at(TokenKind::KeywordClass)) return parse_class(from, decorators);
    if (at(TokenKind::KeywordDef)) return parse_function(from, decorators);
    if (!at(TokenKind::KeywordAsync) || tokens_.peek(1) != TokenKind::KeywordDef) return nullptr;
    tokens_.advance();
    return parse_function(from, decorators);
}

// 'async' (function_def_raw | with_stmt | for_stmt)
Statement* TreeParser::parse_async() {
    SourceSpan from = start();
    tokens_.advance();
    switch (kind()) {
        case TokenKind::KeywordDef:
            return parse_function(from, {});
        case TokenKind::KeywordWith:
            return parse_with(from);
        case TokenKind::KeywordFor:
            return parse_for(from);
        default:
            return nullptr;
    }
}

// function_def_raw: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
Statement* TreeParser::parse_function(const SourceSpan& from, Expressions decorators) {
    bool is_async = start().column != from.column || start().line != from.line;
    tokens_.advance();
    FunctionDef* node = make<FunctionDef>(from);
    if (is_async) node->kind = NodeKind::AsyncFunctionDef;
    node->decorator_list = decorators;
    if (!accept_name(node->name) || !parse_type_parameters(node->type_params)) return nullptr;
    if (!accept(TokenKind::LeftParenthesis)) return nullptr;
    node->args = parse_parameters(Brackets::Parenthesis);
    if (node->args == nullptr || !accept(TokenKind::RightParenthesis)) return nullptr;
    if (accept(TokenKind::Arrow)) {
        node->returns = parse_expression();
        if (node->returns == nullptr) return nullptr;
    }
    if (!accept(TokenKind::Colon) || !parse_block(node->body)) return nullptr;
    node->span = span_from(from);
    return node;
}

// class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
Statement* TreeParser::parse_class(const SourceSpan& from, Expressions decorators) {
    tokens_.advance();
    ClassDef* node = make<ClassDef>(from);
    node->decorator_list = decorators;
    if (!accept_name(node->name) || !parse_type_parameters(node->type_params)) return nullptr;
    if (accept(TokenKind::LeftParenthesis)) {
        if (!parse_arguments(node->bases, node->keywords) || !accept(TokenKind::RightParenthesis)) return nullptr;
    }
    if (!accept(TokenKind::Colon) || !parse_block(node->body)) return nullptr;
    node->span = span_from(from);
    return node;
}

// if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block])
// elif_stmt: 'elif' named_expression ':' block (elif_stmt | [else_block])
Statement* TreeParser::parse_if() {
    If* first = nullptr;
    Statements* place = nullptr;  // where the next elif goes
    do {
        If* node = make<If>(start());
        tokens_.advance();
        node->test = parse_named_expression();
        if (node->test == nullptr || !accept(TokenKind::Colon) || !parse_block(node->body)) return nullptr;
        if (first == nullptr) {
            first = node;
        } else {
            Statement* branch = node;
            *place = arena_.copy(&branch, 1);
        }
        place = &node->orelse;
    } while (at(TokenKind::KeywordElif));
    if (!parse_else(*place)) return nullptr;
    // All branches end where the statement ends.
    for (If* node = first; node != nullptr; node = node->orelse.empty() ? nullptr : node->orelse[0]->try_as<If>()) {
        node->span = span_from(node->span);
        if (&node->orelse == place) break;
    }
    return first;
}

// while_stmt: 'while' named_expression ':' block [else_block]
Statement* TreeParser::parse_while() {
    While* node = make<While>(start());
    tokens_.advance();
    node->test = parse_named_expression();
    if (node->test == nullptr || !accept(TokenKind::Colon)) return nullptr;
    if (!parse_block(node->body) || !parse_else(node->orelse)) return nullptr;
    node->span = span_from(node->span);
    return node;
}

// for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block [else_block]
Statement* TreeParser::parse_for(const SourceSpan& from) {
    bool is_async = start().column != from.column || start().line != from.line;
    tokens_.advance();
    For* node = make<For>(from);
    if (is_async) node->kind = NodeKind::AsyncFor;
    node->target = parse_star_targets();
    if (node->target == nullptr || !accept(TokenKind::KeywordIn)) return nullptr;
    node->iter = parse_star_expressions();
    if (node->iter == nullptr || !accept(TokenKind::Colon)) return nullptr;
    if (!parse_block(node->body) || !parse_else(node->orelse)) return nullptr;
    node->span = span_from(from);
    return node;
}

// with_stmt: ['async'] 'with' '(' ','.with_item+ [','] ')' ':' block
//          | ['async'] 'with' ','.with_item+ ':' block
Statement* TreeParser::parse_with(const SourceSpan& from) {
    bool is_async = start().column != from.column || start().line != from.line;
    tokens_.advance();
    With* node = make<With>(from);
    if (is_async) node->kind = NodeKind::AsyncWith;
    if (!parse_with_items(node) || !parse_block(node->body)) return nullptr;
    node->span = span_from(from);
    return node;
}

// The items and the ':'. A parenthesis may enclose the items or start the first one: the first is tried first.
bool TreeParser::parse_with_items(With* node) {
    size_t here = tokens_.index();
    size_t base = withitems_.size();
    if (accept(TokenKind::LeftParenthesis)) {
        bool is_item = parse_with_item();
        while (is_item && accept(TokenKind::Comma) && !at(TokenKind::RightParenthesis)) is_item = parse_with_item();
        bool is_enclosed = is_item && accept(TokenKind::RightParenthesis) && accept(TokenKind::Colon);
        if (is_enclosed) {
            node->items = withitems_.take_from(base);
            return true;
        }
        if (tokens_.stopped()) return false;
        tokens_.go_back(here);
        withitems_.shrink(base);
    }
    do {
        if (!parse_with_item()) return false;
    } while (accept(TokenKind::Comma));
    node->items = withitems_.take_from(base);
    return accept(TokenKind::Colon);
}

// with_item: expression 'as' star_target &(',' | ')' | ':') | expression
bool TreeParser::parse_with_item() {
    Withitem item{};
    item.context_expr = parse_expression();
    if (item.context_expr == nullptr) return false;
    if (accept(TokenKind::KeywordAs)) {
        item.optional_vars = parse_star_target();
        if (item.optional_vars == nullptr) return false;
    }
    withitems_.push(item);
    return true;
}

// try_stmt: 'try' ':' block finally_block
//         | 'try' ':' block except_block+ [else_block] [finally_block]
//         | 'try' ':' block except_star_block+ [else_block] [finally_block]
Statement* TreeParser::parse_try() {
    Try* node = make<Try>(start());
    tokens_.advance();
    if (!accept(TokenKind::Colon) || !parse_block(node->body)) return nullptr;
    size_t base = handlers_.size();
    bool is_star = false;
    while (at(TokenKind::KeywordExcept)) {
        ExceptHandler* handler = parse_handler(handlers_.size() == base, is_star);
        if (handler == nullptr) return nullptr;
        handlers_.push(handler);
    }
    if (is_star) node->kind = NodeKind::TryStar;
    bool has_handlers = handlers_.size() > base;
    node->handlers = handlers_.take_from(base);
    if (has_handlers && !parse_else(node->orelse)) return nullptr;
    if (accept(TokenKind::KeywordFinally)) {
        if (!accept(TokenKind::Colon) || !parse_block(node->finalbody)) return nullptr;
    } else if (!has_handlers) {
        return nullptr;
    }
    node->span = span_from(node->span);
    return node;
}

// except_block: 'except' [expressions] ':' block | 'except' expression 'as' NAME ':' block
// except_star_block: 'except' '*' expressions ':' block | 'except' '*' expression 'as' NAME ':' block
ExceptHandler* TreeParser::parse_handler(bool is_first, bool& is_star) {
    SourceSpan from = start();
    tokens_.advance();
    bool has_star = accept(TokenKind::Star);
    if (is_first) is_star = has_star;
    if (has_star != is_star) return nullptr;
    ExceptHandler* node = make<ExceptHandler>(from);
    if (has_star || !at(TokenKind::Colon)) {
        SourceSpan type_start = start();
        node->type = parse_expression();
        if (node->type == nullptr) return nullptr;
        if (accept(TokenKind::KeywordAs)) {
            if (!accept_name(node->name)) return nullptr;
        } else if (at(TokenKind::Comma)) {
            node->type = finish_expressions(type_start, node->type);
            if (node->type == nullptr) return nullptr;
        }
    }
    if (!accept(TokenKind::Colon) || !parse_block(node->body)) return nullptr;
    node->span = span_from(from);
    return node;
}

}  // namespace exmonty
