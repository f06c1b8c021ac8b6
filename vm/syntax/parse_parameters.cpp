// Parameters of functions and lambdas, type parameters, and arguments of calls.

#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

// params: slash_no_default param_no_default* param_with_default* [star_etc]
//       | slash_with_default param_with_default* [star_etc]
//       | param_no_default+ param_with_default* [star_etc]
//       | param_with_default+ [star_etc]
//       | star_etc
// lambda_params is the same without annotations, and ends before a ':'.
Arguments* TreeParser::parse_parameters(Brackets brackets) {
    Arguments* arguments = arena_.create<Arguments>();
    if (!parse_positional_parameters(arguments, brackets)) return nullptr;
    if (at(TokenKind::Star) && !parse_star_parameters(arguments, brackets)) return nullptr;
    if (at(TokenKind::DoubleStar) && !parse_keyword_parameter(arguments, brackets)) return nullptr;
    return at(closing(brackets)) ? arguments : nullptr;
}

// A parameter ends with a comma, or before the end of the list.
bool TreeParser::end_parameter(Brackets brackets) { return accept(TokenKind::Comma) || at(closing(brackets)); }

// default: '=' expression
bool TreeParser::parse_default(Expression*& value) {
    tokens_.advance();
    value = parse_expression();
    return value != nullptr;
}

// (NAME [annotation] [default] [','])* ['/' [',']] …
bool TreeParser::parse_positional_parameters(Arguments* arguments, Brackets brackets) {
    size_t base = args_.size();
    size_t defaults = expressions_.size();
    bool has_slash = false;
    while (at(TokenKind::Name)) {
        Arg arg;
        if (!parse_parameter(arg, brackets, StarAnnotation::Refused)) return false;
        args_.push(arg);
        if (at(TokenKind::Equal)) {
            Expression* value;
            if (!parse_default(value)) return false;
            expressions_.push(value);
        } else if (expressions_.size() > defaults) {
            return false;
        }
        if (!end_parameter(brackets)) return false;
        if (at(TokenKind::Slash) && !has_slash) {
            tokens_.advance();
            if (!end_parameter(brackets)) return false;
            has_slash = true;
            arguments->posonlyargs = args_.take_from(base);
        }
    }
    arguments->args = args_.take_from(base);
    arguments->defaults = expressions_.take_from(defaults);
    return true;
}

// star_etc: '*' param_no_default param_maybe_default* [kwds]
//         | '*' param_no_default_star_annotation param_maybe_default* [kwds]
//         | '*' ',' param_maybe_default+ [kwds]
bool TreeParser::parse_star_parameters(Arguments* arguments, Brackets brackets) {
    tokens_.advance();
    if (accept(TokenKind::Comma)) {
        if (!at(TokenKind::Name)) return false;
    } else {
        Arg arg;
        if (!parse_parameter(arg, brackets, StarAnnotation::Allowed)) return false;
        if (at(TokenKind::Equal) || !end_parameter(brackets)) return false;
        arguments->vararg = arena_.create<Arg>(arg);
    }
    size_t base = args_.size();
    size_t defaults = expressions_.size();
    while (at(TokenKind::Name)) {
        Arg arg;
        Expression* value = nullptr;
        if (!parse_parameter(arg, brackets, StarAnnotation::Refused)) return false;
        if (at(TokenKind::Equal) && !parse_default(value)) return false;
        args_.push(arg);
        expressions_.push(value);
        if (!end_parameter(brackets)) return false;
    }
    arguments->kwonlyargs = args_.take_from(base);
    arguments->kw_defaults = expressions_.take_from(defaults);
    return true;
}

// kwds: '**' param_no_default
bool TreeParser::parse_keyword_parameter(Arguments* arguments, Brackets brackets) {
    tokens_.advance();
    Arg arg;
    if (!parse_parameter(arg, brackets, StarAnnotation::Refused)) return false;
    if (!end_parameter(brackets)) return false;
    arguments->kwarg = arena_.create<Arg>(arg);
    return true;
}

// param: NAME [':' expression]
// param_star_annotation: NAME ':' star_expression
// lambda_param: NAME
bool TreeParser::parse_parameter(Arg& arg, Brackets brackets, StarAnnotation star) {
    SourceSpan from = start();
    arg = {};
    if (!accept_name(arg.arg)) return false;
    if (brackets == Brackets::Parenthesis && accept(TokenKind::Colon)) {
        arg.annotation = star == StarAnnotation::Allowed ? parse_star_expression() : parse_expression();
        if (arg.annotation == nullptr) return false;
    }
    arg.span = span_from(from);
    return true;
}

// [type_params]
// type_params: '[' ','.type_param+ [','] ']'
bool TreeParser::parse_type_parameters(TypeParameters& parameters) {
    if (!accept(TokenKind::LeftBracket)) return true;
    size_t base = type_parameters_.size();
    do {
        TypeParameter* parameter = parse_type_parameter();
        if (parameter == nullptr) return false;
        type_parameters_.push(parameter);
        if (!accept(TokenKind::Comma)) break;
    } while (!at(TokenKind::RightBracket));
    parameters = type_parameters_.take_from(base);
    return accept(TokenKind::RightBracket);
}

// type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression] | '**' NAME ['=' expression]
TypeParameter* TreeParser::parse_type_parameter() {
    SourceSpan from = start();
    TokenKind first = kind();
    if (first == TokenKind::Star || first == TokenKind::DoubleStar) tokens_.advance();
    Identifier name;
    if (!accept_name(name)) return nullptr;
    Expression* bound = nullptr;
    if (first == TokenKind::Name && accept(TokenKind::Colon)) {
        bound = parse_expression();
        if (bound == nullptr) return nullptr;
    }
    Expression* value = nullptr;
    if (accept(TokenKind::Equal)) {
        value = first == TokenKind::Star ? parse_star_expression() : parse_expression();
        if (value == nullptr) return nullptr;
    }
    SourceSpan span = span_from(from);
    if (first == TokenKind::Star) {
        TypeVarTuple* node = make<TypeVarTuple>(span);
        node->name = name;
        node->default_value = value;
        return node;
    }
    if (first == TokenKind::DoubleStar) {
        ParamSpec* node = make<ParamSpec>(span);
        node->name = name;
        node->default_value = value;
        return node;
    }
    TypeVar* node = make<TypeVar>(span);
    node->name = name;
    node->bound = bound;
    node->default_value = value;
    return node;
}

// [arguments]
// arguments: args [','] &')'
bool TreeParser::parse_arguments(Expressions& arguments, Span<Keyword>& keywords) {
    return finish_arguments(expressions_.size(), arguments, keywords);
}

// The arguments that follow those positional ones that are on the stack.
bool TreeParser::finish_arguments(size_t positional_base, Expressions& arguments, Span<Keyword>& keywords) {
    size_t keyword_base = keywords_.size();
    ArgumentStage stage = ArgumentStage::Positional;
    while (!at(TokenKind::RightParenthesis)) {
        if (!parse_argument(stage)) return false;
        if (!accept(TokenKind::Comma)) break;
    }
    arguments = expressions_.take_from(positional_base);
    keywords = keywords_.take_from(keyword_base);
    return at(TokenKind::RightParenthesis);
}

// args: ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ [',' kwargs] | kwargs
// kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
//       | ','.kwarg_or_starred+
//       | ','.kwarg_or_double_starred+
bool TreeParser::parse_argument(ArgumentStage& stage) {
    SourceSpan from = start();
    Keyword keyword{};
    if (at(TokenKind::Star)) {
        if (stage == ArgumentStage::Unpacked) return false;
        Expression* starred = parse_starred();
        if (starred == nullptr) return false;
        expressions_.push(starred);
        return true;
    }
    if (accept(TokenKind::DoubleStar)) {
        stage = ArgumentStage::Unpacked;
    } else if (at(TokenKind::Name) && tokens_.peek(1) == TokenKind::Equal) {
        if (stage == ArgumentStage::Positional) stage = ArgumentStage::Named;
        accept_name(keyword.arg);
        tokens_.advance();
    } else {
        if (stage != ArgumentStage::Positional) return false;
        Expression* argument = parse_named_expression();
        if (argument == nullptr) return false;
        expressions_.push(argument);
        return true;
    }
    keyword.value = parse_expression();
    if (keyword.value == nullptr) return false;
    keyword.span = span_from(from);
    keywords_.push(keyword);
    return true;
}

}  // namespace exmonty
