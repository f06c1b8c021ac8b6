// Files and simple statements.

#include "vm/syntax/arena_text.h"
#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

Module* TreeParser::parse(ParseMode mode) {
    Module* module = make<Module>({});
    module->mode = mode;
    switch (mode) {
        case ParseMode::File:
            return parse_file(module);
        case ParseMode::Expression:
            return parse_eval(module);
        case ParseMode::Single:
            return parse_single(module);
    }
    return nullptr;
}

// file: [statements] ENDMARKER
Module* TreeParser::parse_file(Module* module) {
    while (!at(TokenKind::EndMarker)) {
        tokens_.begin_statement();
        if (!parse_statement()) return nullptr;
    }
    module->body = statements_.take_from(0);
    return module;
}

// eval: expressions NEWLINE* ENDMARKER
Module* TreeParser::parse_eval(Module* module) {
    module->expression = parse_expressions();
    if (module->expression == nullptr) return nullptr;
    while (accept(TokenKind::Newline)) continue;
    return at(TokenKind::EndMarker) ? module : nullptr;
}

// statement_newline: compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER
Module* TreeParser::parse_single(Module* module) {
    SourceSpan from = start();
    if (at(TokenKind::EndMarker)) return nullptr;
    if (accept(TokenKind::Newline)) {
        statements_.push(make<Pass>(from));
    } else if (Statement* statement = parse_compound_statement()) {
        statements_.push(statement);
        if (!accept(TokenKind::Newline)) return nullptr;
    } else if (tokens_.index() != 0 || !parse_simple_statements()) {
        return nullptr;
    }
    module->body = statements_.take_from(0);
    has_more_statements_ = !is_blank_from(tokens_.previous().end);
    return module;
}

// Whether only white space and comments follow.
bool TreeParser::is_blank_from(uint32_t offset) const {
    for (uint32_t at = offset; at < text_.size; at++) {
        char c = text_.data[at];
        if (c == '#') {
            while (at < text_.size && text_.data[at] != '\n') at++;
        } else if (c != ' ' && c != '\t' && c != '\n' && c != '\014') {
            return false;
        }
    }
    return true;
}

// statement: compound_stmt | simple_stmts
bool TreeParser::parse_statement() {
    tokens_.check_limits();
    size_t here = tokens_.index();
    Statement* statement = parse_compound_statement();
    if (statement != nullptr) {
        statements_.push(statement);
        bool is_function = statement->is<FunctionDef>() || statement->is<AsyncFunctionDef>();
        if (!is_function && statement->span.line > last_compound_line_) last_compound_line_ = statement->span.line;
        return true;
    }
    // Nothing was consumed if it is not a compound statement.
    return tokens_.index() == here && parse_simple_statements();
}

// simple_stmts: ';'.simple_stmt+ [';'] NEWLINE
bool TreeParser::parse_simple_statements() {
    for (;;) {
        Statement* statement = parse_simple_statement();
        if (statement == nullptr) return false;
        statements_.push(statement);
        if (accept(TokenKind::Newline)) return true;
        if (!accept(TokenKind::Semicolon)) return false;
        if (accept(TokenKind::Newline)) return true;
    }
}

Statement* TreeParser::parse_simple_statement() {
    SourceSpan from = start();
    switch (kind()) {
        case TokenKind::KeywordReturn:
            return parse_return();
        case TokenKind::KeywordImport:
            return parse_import();
        case TokenKind::KeywordFrom:
            return parse_import_from();
        case TokenKind::KeywordRaise:
            return parse_raise();
        case TokenKind::KeywordPass:
            tokens_.advance();
            return make<Pass>(from);
        case TokenKind::KeywordBreak:
            tokens_.advance();
            return make<Break>(from);
        case TokenKind::KeywordContinue:
            tokens_.advance();
            return make<Continue>(from);
        case TokenKind::KeywordDel:
            return parse_delete();
        case TokenKind::KeywordAssert:
            return parse_assert();
        case TokenKind::KeywordGlobal:
            return parse_global();
        case TokenKind::KeywordNonlocal:
            return parse_nonlocal();
        case TokenKind::Name:
            if (at_word("type") && tokens_.peek(1) == TokenKind::Name) return parse_type_alias();
            return parse_expression_statement();
        default:
            return parse_expression_statement();
    }
}

namespace {

// The operator of `+=` and its like.
bool augmented_operator(TokenKind kind, BinaryOperator& op) {
    switch (kind) {
        case TokenKind::PlusEqual:
            op = BinaryOperator::Add;
            return true;
        case TokenKind::MinusEqual:
            op = BinaryOperator::Sub;
            return true;
        case TokenKind::StarEqual:
            op = BinaryOperator::Mult;
            return true;
        case TokenKind::AtEqual:
            op = BinaryOperator::MatMult;
            return true;
        case TokenKind::SlashEqual:
            op = BinaryOperator::Div;
            return true;
        case TokenKind::PercentEqual:
            op = BinaryOperator::Mod;
            return true;
        case TokenKind::AmpersandEqual:
            op = BinaryOperator::BitAnd;
            return true;
        case TokenKind::BarEqual:
            op = BinaryOperator::BitOr;
            return true;
        case TokenKind::CaretEqual:
            op = BinaryOperator::BitXor;
            return true;
        case TokenKind::LeftShiftEqual:
            op = BinaryOperator::LShift;
            return true;
        case TokenKind::RightShiftEqual:
            op = BinaryOperator::RShift;
            return true;
        case TokenKind::DoubleStarEqual:
            op = BinaryOperator::Pow;
            return true;
        case TokenKind::DoubleSlashEqual:
            op = BinaryOperator::FloorDiv;
            return true;
        default:
            return false;
    }
}

}  // namespace

// assignment | star_expressions | yield_stmt
// What an assignment starts with is read as an expression first, and then seen to be a target.
Statement* TreeParser::parse_expression_statement() {
    Token first = tokens_.current();
    Expression* expression = parse_yield_or_star_expressions();
    if (expression == nullptr) return nullptr;
    BinaryOperator op;
    if (at(TokenKind::Equal)) return finish_assignment(first.span, expression);
    if (at(TokenKind::Colon)) return finish_annotation(first, expression);
    if (augmented_operator(kind(), op)) return finish_augmented(first, expression, op);
    Expr* node = make<Expr>(span_from(first.span));
    node->value = expression;
    return node;
}

// (star_targets '=')+ (yield_expr | star_expressions) !'='
Statement* TreeParser::finish_assignment(const SourceSpan& from, Expression* first) {
    size_t base = expressions_.size();
    Expression* value = first;
    while (at(TokenKind::Equal)) {
        if (!make_target(value, Context::Store)) return nullptr;
        expressions_.push(value);
        tokens_.advance();
        value = parse_yield_or_star_expressions();
        if (value == nullptr) return nullptr;
    }
    Assign* node = make<Assign>(span_from(from));
    node->targets = expressions_.take_from(base);
    node->value = value;
    return node;
}

// NAME ':' expression ['=' annotated_rhs]
// ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
Statement* TreeParser::finish_annotation(const Token& first, Expression* target) {
    if (!make_single_target(target)) return nullptr;
    tokens_.advance();
    Expression* annotation = parse_expression();
    if (annotation == nullptr) return nullptr;
    Expression* value = nullptr;
    if (accept(TokenKind::Equal)) {
        value = parse_yield_or_star_expressions();
        if (value == nullptr) return nullptr;
    }
    AnnAssign* node = make<AnnAssign>(span_from(first.span));
    node->simple = target->is<Name>() && first.kind == TokenKind::Name;
    node->target = target;
    node->annotation = annotation;
    node->value = value;
    return node;
}

// single_target augassign (yield_expr | star_expressions)
Statement* TreeParser::finish_augmented(const Token& first, Expression* target, BinaryOperator op) {
    if (!make_single_target(target)) return nullptr;
    tokens_.advance();
    Expression* value = parse_yield_or_star_expressions();
    if (value == nullptr) return nullptr;
    AugAssign* node = make<AugAssign>(span_from(first.span));
    node->op = op;
    node->target = target;
    node->value = value;
    return node;
}

// return_stmt: 'return' [star_expressions]
Statement* TreeParser::parse_return() {
    SourceSpan from = start();
    tokens_.advance();
    Expression* value = nullptr;
    if (!at(TokenKind::Newline) && !at(TokenKind::Semicolon)) {
        value = parse_star_expressions();
        if (value == nullptr) return nullptr;
    }
    Return* node = make<Return>(span_from(from));
    node->value = value;
    return node;
}

// raise_stmt: 'raise' expression ['from' expression] | 'raise'
Statement* TreeParser::parse_raise() {
    SourceSpan from = start();
    tokens_.advance();
    Expression* exception = nullptr;
    Expression* cause = nullptr;
    if (!at(TokenKind::Newline) && !at(TokenKind::Semicolon)) {
        exception = parse_expression();
        if (exception == nullptr) return nullptr;
        if (accept(TokenKind::KeywordFrom)) {
            cause = parse_expression();
            if (cause == nullptr) return nullptr;
        }
    }
    Raise* node = make<Raise>(span_from(from));
    node->exc = exception;
    node->cause = cause;
    return node;
}

// del_stmt: 'del' ','.del_target+ [','] &(';' | NEWLINE)
Statement* TreeParser::parse_delete() {
    SourceSpan from = start();
    tokens_.advance();
    size_t base = expressions_.size();
    for (;;) {
        Expression* target = parse_delete_target();
        if (target == nullptr) return nullptr;
        expressions_.push(target);
        if (at(TokenKind::Newline) || at(TokenKind::Semicolon)) break;
        if (!accept(TokenKind::Comma)) return nullptr;
        if (at(TokenKind::Newline) || at(TokenKind::Semicolon)) break;
    }
    Delete* node = make<Delete>(span_from(from));
    node->targets = expressions_.take_from(base);
    return node;
}

// assert_stmt: 'assert' expression [',' expression]
Statement* TreeParser::parse_assert() {
    SourceSpan from = start();
    tokens_.advance();
    Expression* test = parse_expression();
    if (test == nullptr) return nullptr;
    Expression* message = nullptr;
    if (accept(TokenKind::Comma)) {
        message = parse_expression();
        if (message == nullptr) return nullptr;
    }
    Assert* node = make<Assert>(span_from(from));
    node->test = test;
    node->msg = message;
    return node;
}

// import_name: 'import' ','.dotted_as_name+
Statement* TreeParser::parse_import() {
    SourceSpan from = start();
    tokens_.advance();
    size_t base = aliases_.size();
    do {
        if (!parse_alias(true)) return nullptr;
    } while (accept(TokenKind::Comma));
    Import* node = make<Import>(span_from(from));
    node->names = aliases_.take_from(base);
    return node;
}

// import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
//            | 'from' ('.' | '...')+ 'import' import_from_targets
Statement* TreeParser::parse_import_from() {
    SourceSpan from = start();
    tokens_.advance();
    uint32_t level = 0;
    while (at(TokenKind::Dot) || at(TokenKind::Ellipsis)) {
        level += at(TokenKind::Dot) ? 1 : 3;
        tokens_.advance();
    }
    Identifier module;
    bool has_module = level == 0 || !at(TokenKind::KeywordImport);
    if (has_module && !parse_dotted_name(module)) return nullptr;
    if (!accept(TokenKind::KeywordImport)) return nullptr;
    size_t base = aliases_.size();
    if (!parse_import_names()) return nullptr;
    ImportFrom* node = make<ImportFrom>(span_from(from));
    node->level = level;
    node->module = module;
    node->names = aliases_.take_from(base);
    return node;
}

// import_from_targets: '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*'
bool TreeParser::parse_import_names() {
    if (at(TokenKind::Star)) {
        aliases_.push({start(), "*", {}});
        tokens_.advance();
        return true;
    }
    bool in_parentheses = accept(TokenKind::LeftParenthesis);
    for (;;) {
        if (!parse_alias(false)) return false;
        if (!accept(TokenKind::Comma)) break;
        if (in_parentheses && at(TokenKind::RightParenthesis)) break;
    }
    return !in_parentheses || accept(TokenKind::RightParenthesis);
}

// dotted_as_name: dotted_name ['as' NAME]
// import_from_as_name: NAME ['as' NAME]
bool TreeParser::parse_alias(bool is_dotted) {
    SourceSpan from = start();
    Alias alias{};
    if (is_dotted ? !parse_dotted_name(alias.name) : !accept_name(alias.name)) return false;
    if (accept(TokenKind::KeywordAs) && !accept_name(alias.asname)) return false;
    alias.span = span_from(from);
    aliases_.push(alias);
    return true;
}

// dotted_name: '.'.NAME+
bool TreeParser::parse_dotted_name(Identifier& name) {
    if (!accept_name(name)) return false;
    if (!at(TokenKind::Dot)) return true;
    ArenaText text(arena_);
    text.add(name);
    while (accept(TokenKind::Dot)) {
        if (!accept_name(name)) return false;
        text.add('.').add(name);
    }
    name = text.view();
    return true;
}

// global_stmt: 'global' ','.NAME+
Statement* TreeParser::parse_global() {
    SourceSpan from = start();
    Span<Identifier> names;
    if (!parse_names(names)) return nullptr;
    Global* node = make<Global>(span_from(from));
    node->names = names;
    return node;
}

// nonlocal_stmt: 'nonlocal' ','.NAME+
Statement* TreeParser::parse_nonlocal() {
    SourceSpan from = start();
    Span<Identifier> names;
    if (!parse_names(names)) return nullptr;
    Nonlocal* node = make<Nonlocal>(span_from(from));
    node->names = names;
    return node;
}

bool TreeParser::parse_names(Span<Identifier>& names) {
    tokens_.advance();
    size_t base = identifiers_.size();
    do {
        Identifier name;
        if (!accept_name(name)) return false;
        identifiers_.push(name);
    } while (accept(TokenKind::Comma));
    names = identifiers_.take_from(base);
    return true;
}

// type_alias: "type" NAME [type_params] '=' expression
Statement* TreeParser::parse_type_alias() {
    SourceSpan from = start();
    tokens_.advance();
    Expression* name = parse_name();
    name->as<Name>()->ctx = Context::Store;
    TypeParameters parameters;
    if (!parse_type_parameters(parameters)) return nullptr;
    if (!accept(TokenKind::Equal)) return nullptr;
    Expression* value = parse_expression();
    if (value == nullptr) return nullptr;
    TypeAlias* node = make<TypeAlias>(span_from(from));
    node->name = name;
    node->type_params = parameters;
    node->value = value;
    return node;
}

}  // namespace exmonty
