// The expressions of the scope builder.
#include "vm/compiler/scope_builder.h"

namespace exmonty {

using namespace ast;

void ScopeBuilder::expressions(const Expressions& list) {
    for (const Expression* node : list) {
        if (compilation_.is_over()) return;
        optional(node);
    }
}

// Walks the left-deep chain below the node with a loop: down to its first operand, then up again.
void ScopeBuilder::expression(const Expression& top) {
    const size_t start = chain_.size();
    const Expression* node = &top;
    while (true) {
        chain_.push(node);
        if (const auto* binary = node->try_as<BinOp>())
            node = binary->left;
        else if (const auto* attribute = node->try_as<Attribute>())
            node = attribute->value;
        else if (const auto* subscript = node->try_as<Subscript>())
            node = subscript->value;
        else if (const auto* call = node->try_as<Call>())
            node = call->func;
        else
            break;
    }
    while (chain_.size() > start) {
        node = chain_.pop();
        if (compilation_.is_over()) continue;
        if (const auto* binary = node->try_as<BinOp>()) {
            expression(*binary->right);
        } else if (const auto* attribute = node->try_as<Attribute>()) {
            check_not_debug(attribute->attr, attribute->span, attribute->ctx);
        } else if (const auto* subscript = node->try_as<Subscript>()) {
            expression(*subscript->slice);
        } else if (const auto* call = node->try_as<Call>()) {
            expressions(call->args);
            keywords(call->keywords);
        } else {
            simple_expression(*node);
        }
    }
}

void ScopeBuilder::simple_expression(const Expression& node) {
    switch (node.kind) {
        case NodeKind::Name:
            return name(*node.as<Name>());
        case NodeKind::BoolOp:
            return expressions(node.as<BoolOp>()->values);
        case NodeKind::NamedExpr:
            return named(*node.as<NamedExpr>());
        case NodeKind::UnaryOp:
            return expression(*node.as<UnaryOp>()->operand);
        case NodeKind::Lambda:
            return lambda(*node.as<Lambda>());
        case NodeKind::IfExp:
            expression(*node.as<IfExp>()->test);
            expression(*node.as<IfExp>()->body);
            return expression(*node.as<IfExp>()->orelse);
        case NodeKind::Dict:
            expressions(node.as<Dict>()->keys);
            return expressions(node.as<Dict>()->values);
        case NodeKind::Set:
            return expressions(node.as<Set>()->elts);
        case NodeKind::ListComp: {
            const auto* list = node.as<ListComp>();
            return comprehension(node, ScopeKind::ListComprehension, "<listcomp>", list->generators, *list->elt,
                                 nullptr);
        }
        case NodeKind::SetComp: {
            const auto* set = node.as<SetComp>();
            return comprehension(node, ScopeKind::SetComprehension, "<setcomp>", set->generators, *set->elt, nullptr);
        }
        case NodeKind::DictComp: {
            const auto* dict = node.as<DictComp>();
            return comprehension(node, ScopeKind::DictComprehension, "<dictcomp>", dict->generators, *dict->key,
                                 dict->value);
        }
        case NodeKind::GeneratorExp: {
            const auto* generator = node.as<GeneratorExp>();
            return comprehension(node, ScopeKind::Generator, "<genexpr>", generator->generators, *generator->elt,
                                 nullptr);
        }
        case NodeKind::Yield:
            return yield(node, node.as<Yield>()->value);
        case NodeKind::YieldFrom:
            return yield(node, node.as<YieldFrom>()->value);
        case NodeKind::Await:
            if (refuse_in_annotation(node.span, "await expression")) return;
            if (current_->host->kind == ScopeKind::Module)
                return compilation_.fail(node.span, "exmonty does not support 'await' yet");
            return compilation_.fail(node.span, current_->host->is_function() ? "'await' outside async function"
                                                                              : "'await' outside function");
        case NodeKind::Compare:
            expression(*node.as<Compare>()->left);
            return expressions(node.as<Compare>()->comparators);
        case NodeKind::JoinedStr:
            return expressions(node.as<JoinedStr>()->values);
        case NodeKind::FormattedValue:
            expression(*node.as<FormattedValue>()->value);
            return optional(node.as<FormattedValue>()->format_spec);
        case NodeKind::TemplateStr:
            return compilation_.fail(node.span, "exmonty does not support t-strings yet");
        case NodeKind::Constant:
            if (compilation_.complex == ComplexLiterals::Refused && node.as<ast::Constant>()->type == ast::ConstantType::Imaginary)
                return compilation_.fail(node.span, "exmonty does not support complex numbers yet");
            return;
        case NodeKind::Starred:
            return expression(*node.as<Starred>()->value);
        case NodeKind::List:
            return expressions(node.as<List>()->elts);
        case NodeKind::Tuple:
            return expressions(node.as<Tuple>()->elts);
        case NodeKind::Slice:
            optional(node.as<Slice>()->lower);
            optional(node.as<Slice>()->upper);
            return optional(node.as<Slice>()->step);
        default:
            return;
    }
}

void ScopeBuilder::keywords(const Span<Keyword>& list) {
    for (const Keyword& keyword : list) {
        check_not_debug(keyword.arg, keyword.span, Context::Store);
        expression(*keyword.value);
    }
}

void ScopeBuilder::name(const Name& node) {
    check_not_debug(node.id, node.span, node.ctx);
    Symbol* symbol = add(node.id, node.ctx == Context::Load ? NameUse::Use : NameUse::Local, node.span);
    if (node.ctx == Context::Del) symbol->add(NameUse::Deleted);
    // Zero-argument super() needs the class.
    if (node.ctx == Context::Load && current_->is_function() && node.id == "super")
        add("__class__", NameUse::Use, node.span);
}

bool ScopeBuilder::refuse_in_annotation(const SourceSpan& span, std::string_view what) {
    if (current_->kind != ScopeKind::Annotation) return false;
    compilation_.fail(span, what, " cannot be used within an annotation", {});
    return true;
}

void ScopeBuilder::named(const NamedExpr& node) {
    if (refuse_in_annotation(node.span, "named expression")) return;
    if (current_->iterable_depth > 0)
        return compilation_.fail(node.span,
                                 "assignment expression cannot be used in a comprehension iterable expression");
    const Name& target = *node.target->as<Name>();
    if (current_->is_comprehension()) extend_to_function(target);
    expression(*node.value);
    name(target);
    add(target.id, NameUse::Walrus, target.span);
}

// A walrus in a comprehension binds in the function around all comprehensions.
void ScopeBuilder::extend_to_function(const Name& target) {
    const std::string_view mangled = mangle(compilation_, *current_, target.id);
    Scope* scope = current_;
    for (; scope->is_comprehension(); scope = scope->parent) {
        const Symbol* symbol = scope->find(mangled);
        if (symbol != nullptr && symbol->has(NameUse::IterationVariable) && symbol->has(NameUse::Local))
            return compilation_.fail(target.span, "assignment expression cannot rebind comprehension iteration variable '",
                                     target.id, "'");
    }
    if (scope->kind == ScopeKind::Class)
        return compilation_.fail(target.span,
                                 "assignment expression within a comprehension cannot be used in a class body");
    const Symbol* there = scope->find(mangled);
    const bool is_global = scope->kind == ScopeKind::Module || (there != nullptr && there->has(NameUse::Global));
    declare(target.id, is_global ? NameUse::Global : NameUse::Nonlocal, target.span);
    Symbol* symbol = add_to(*scope, mangled, scope->kind == ScopeKind::Module ? NameUse::Global : NameUse::Local,
                            target.span);
    symbol->add(NameUse::Walrus);
}

void ScopeBuilder::lambda(const Lambda& node) {
    parameter_defaults(*node.args);
    table_.add(&node, enter(ScopeKind::Lambda, "<lambda>"));
    const uint32_t held = std::exchange(held_, 0);
    parameters(*node.args);
    expression(*node.body);
    held_ = held;
    leave();
}

void ScopeBuilder::yield(const Expression& node, const Expression* value) {
    if (refuse_in_annotation(node.span, "yield expression")) return;
    optional(value);
    switch (current_->kind) {
        case ScopeKind::ListComprehension:
            return compilation_.fail(node.span, "'yield' inside list comprehension");
        case ScopeKind::SetComprehension:
            return compilation_.fail(node.span, "'yield' inside set comprehension");
        case ScopeKind::DictComprehension:
            return compilation_.fail(node.span, "'yield' inside dict comprehension");
        case ScopeKind::Generator:
            return compilation_.fail(node.span, "'yield' inside generator expression");
        default:
            current_->is_generator = true;
    }
}

void ScopeBuilder::iteration_target(const Expression& target) {
    current_->is_iteration_target = true;
    expression(target);
    current_->is_iteration_target = false;
}

void ScopeBuilder::generator_clause(const Comprehension& clause) {
    iteration_target(*clause.target);
    current_->iterable_depth++;
    expression(*clause.iter);
    current_->iterable_depth--;
    expressions(clause.ifs);
}

void ScopeBuilder::comprehension(const Expression& node, ScopeKind kind, std::string_view scope_name,
                                 const Span<Comprehension>& generators, const Expression& element,
                                 const Expression* value) {
    const Comprehension& outermost = generators[0];
    for (const Comprehension& clause : generators)
        if (clause.is_async)
            return compilation_.fail(node.span, kind == ScopeKind::Generator
                                                    ? "exmonty does not support asynchronous generators yet"
                                                    : "asynchronous comprehension outside of an asynchronous function");
    // The outermost iterable is evaluated in the scope around.
    current_->iterable_depth++;
    expression(*outermost.iter);
    current_->iterable_depth--;
    Scope* scope = enter(kind, scope_name);
    table_.add(&node, scope);
    if (kind == ScopeKind::Generator) {
        scope->is_generator = true;
        add(".0", NameUse::Parameter, node.span);
    }
    const uint32_t held = kind == ScopeKind::Generator ? std::exchange(held_, 0) : held_;
    iteration_target(*outermost.target);
    expressions(outermost.ifs);
    for (size_t i = 1; i < generators.size(); i++) generator_clause(generators[i]);
    if (value != nullptr) expression(*value);
    expression(element);
    held_ = held;
    leave();
}

}  // namespace exmonty
