// Targets of assignments, loops and del. They are read as expressions and then seen to be targets.

#include "vm/syntax/tree_parser.h"

namespace exmonty {

using namespace ast;

// star_targets: star_target !',' | star_target (',' star_target)* [',']
Expression* TreeParser::parse_star_targets() {
    SourceSpan from = start();
    Expression* first = parse_star_target();
    if (first == nullptr || !at(TokenKind::Comma)) return first;
    size_t base = expressions_.size();
    expressions_.push(first);
    while (accept(TokenKind::Comma)) {
        if (!starts_expression()) break;
        Expression* target = parse_star_target();
        if (target == nullptr) return nullptr;
        expressions_.push(target);
    }
    Tuple* node = make<Tuple>(span_from(from));
    node->ctx = Context::Store;
    node->elts = expressions_.take_from(base);
    return node;
}

// star_target: '*' (!'*' star_target) | target_with_star_atom
Expression* TreeParser::parse_star_target() {
    SourceSpan from = start();
    bool is_starred = accept(TokenKind::Star);
    Expression* target = parse_primary();
    if (target == nullptr || !make_target(target, Context::Store)) return nullptr;
    if (!is_starred) return target;
    Starred* node = make<Starred>(span_from(from));
    node->ctx = Context::Store;
    node->value = target;
    return node;
}

// del_target: t_primary '.' NAME | t_primary '[' slices ']' | NAME | '(' del_target ')' | '(' [del_targets] ')'
//           | '[' [del_targets] ']'
Expression* TreeParser::parse_delete_target() {
    Expression* target = parse_primary();
    return target != nullptr && make_target(target, Context::Del) ? target : nullptr;
}

// Sets the context of an expression and of what it unpacks to. False if it is not a target.
bool TreeParser::make_target(Expression* expression, Context context) {
    Expressions elements;
    switch (expression->kind) {
        case NodeKind::Name:
            expression->as<Name>()->ctx = context;
            return true;
        case NodeKind::Attribute:
            expression->as<Attribute>()->ctx = context;
            return true;
        case NodeKind::Subscript:
            expression->as<Subscript>()->ctx = context;
            return true;
        case NodeKind::Starred: {
            // del takes none.
            Starred* starred = expression->as<Starred>();
            starred->ctx = context;
            return context == Context::Store && make_target(starred->value, context);
        }
        case NodeKind::List:
            expression->as<List>()->ctx = context;
            elements = expression->as<List>()->elts;
            break;
        case NodeKind::Tuple:
            expression->as<Tuple>()->ctx = context;
            elements = expression->as<Tuple>()->elts;
            break;
        default:
            return false;
    }
    for (Expression* element : elements) {
        if (!make_target(element, context)) return false;
    }
    return true;
}

// single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
bool TreeParser::make_single_target(Expression* expression) {
    bool is_single = expression->is<Name>() || expression->is<Attribute>() || expression->is<Subscript>();
    return is_single && make_target(expression, Context::Store);
}

}  // namespace exmonty
