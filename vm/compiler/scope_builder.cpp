#include "vm/compiler/scope_builder.h"

namespace exmonty {

using namespace ast;

namespace {

bool is_docstring(const Statement& node) {
    const Expr* expr = node.try_as<Expr>();
    const ast::Constant* constant = expr == nullptr ? nullptr : expr->value->try_as<ast::Constant>();
    return constant != nullptr && constant->type == ConstantType::Str;
}

bool is_future_feature(std::string_view name) {
    for (std::string_view feature : {"nested_scopes", "generators", "division", "absolute_import", "with_statement",
                                     "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",
                                     "annotations"})
        if (name == feature) return true;
    return false;
}

std::string_view first_part(std::string_view dotted) { return dotted.substr(0, dotted.find('.')); }

}  // namespace

std::string_view mangle(Compilation& compilation, const Scope& scope, std::string_view name) {
    Scope* around = scope.class_around;
    if (around == nullptr || around->private_prefix.empty() || !name.starts_with("__") || name.ends_with("__") ||
        name.find('.') != std::string_view::npos)
        return name;
    if (const std::string_view* known = around->mangled.find(name)) return *known;
    const std::string_view mangled = compilation.concatenate(around->private_prefix, name);
    around->mangled.insert(name, mangled);
    return mangled;
}

ScopeTable* build_scopes(Compilation& compilation, const Module& module) {
    auto* table = compilation.arena.create<ScopeTable>(compilation.arena);
    ScopeBuilder builder(compilation, *table);
    builder.module(module);
    if (!compilation.is_over()) analyze_scopes(compilation, *table->module);
    return table;
}

void ScopeBuilder::module(const Module& module) {
    Scope* scope = enter(ScopeKind::Module, "<module>");
    table_.module = scope;
    table_.add(&module, scope);
    find_futures(module);
    scope->future_annotations = future_annotations_;
    statements(module.body);
    optional(module.expression);
}

// Future statements stand at the start, after at most one docstring.
void ScopeBuilder::find_futures(const Module& module) {
    bool has_docstring = false;
    for (const Statement* node : module.body) {
        const ImportFrom* import = node->try_as<ImportFrom>();
        if (import != nullptr && import->level == 0 && import->module == "__future__") {
            future_names(*import);
            last_future_line_ = import->span.line;
        } else if (is_docstring(*node) && !has_docstring) {
            has_docstring = true;
        } else {
            return;
        }
    }
}

void ScopeBuilder::future_names(const ImportFrom& node) {
    for (const Alias& alias : node.names) {
        if (is_future_feature(alias.name)) {
            if (alias.name == "annotations") future_annotations_ = true;
        } else if (alias.name == "braces") {
            compilation_.fail(alias.span, "not a chance");
        } else {
            compilation_.fail(alias.span, "future feature ", alias.name, " is not defined");
        }
    }
}

Scope* ScopeBuilder::enter(ScopeKind kind, std::string_view scope_name) {
    Arena& arena = compilation_.arena;
    Scope* scope = arena.create<Scope>(arena, kind, scope_name, current_);
    scope->host = scope->is_inlined() ? current_->host : scope;
    if (current_ != nullptr) {
        scope->class_around = kind == ScopeKind::Class ? scope : current_->class_around;
        scope->is_nested = current_->is_nested || current_->is_function();
        scope->iterable_depth = current_->iterable_depth;
        if (current_->last_child == nullptr)
            current_->first_child = scope;
        else
            current_->last_child->next_sibling = scope;
        current_->last_child = scope;
    }
    current_ = scope;
    return scope;
}

void ScopeBuilder::check_not_debug(std::string_view name, const SourceSpan& span, Context context) {
    if (name != "__debug__" || context == Context::Load) return;
    compilation_.fail(span, context == Context::Del ? "cannot delete __debug__" : "cannot assign to __debug__");
}

Symbol* ScopeBuilder::add_to(Scope& scope, std::string_view mangled, NameUse use, const SourceSpan& span) {
    Symbol** known = scope.symbols.insert(mangled, nullptr);
    if (*known == nullptr) *known = compilation_.arena.create<Symbol>(Symbol{.name = mangled});
    Symbol* symbol = *known;
    if (use == NameUse::Parameter && symbol->has(NameUse::Parameter))
        compilation_.fail(span, "duplicate argument '", mangled, "' in function definition");
    if (scope.is_iteration_target) {
        if (symbol->has(NameUse::Global) || symbol->has(NameUse::Nonlocal))
            compilation_.fail(span, "comprehension inner loop cannot rebind assignment expression target '", mangled,
                              "'");
        symbol->add(NameUse::IterationVariable);
    }
    symbol->add(use);
    if (use == NameUse::Parameter) {
        scope.locals.push(symbol);
        scope.parameter_count++;
    }
    if (use == NameUse::Global && &scope != table_.module) add_to(*table_.module, mangled, use, span);
    return symbol;
}

void ScopeBuilder::statements(const Statements& list) {
    for (const Statement* node : list) {
        if (compilation_.should_stop()) return;
        statement(*node);
    }
}

void ScopeBuilder::conditional(const Statements& list) {
    const bool before = current_->is_conditional;
    current_->is_conditional = true;
    statements(list);
    current_->is_conditional = before;
}

void ScopeBuilder::statement(const Statement& node) {
    switch (node.kind) {
        case NodeKind::FunctionDef:
            return function(*node.as<FunctionDef>());
        case NodeKind::ClassDef:
            return class_body(*node.as<ClassDef>());
        case NodeKind::AnnAssign:
            return annotated_assignment(*node.as<AnnAssign>());
        case NodeKind::For:
            return loop(*node.as<For>());
        case NodeKind::If:
            return if_chain(*node.as<If>());
        case NodeKind::Try:
        case NodeKind::TryStar:
            return try_statement(static_cast<const Try&>(node));
        case NodeKind::Match:
            return match_statement(*node.as<Match>());
        case NodeKind::With:
            return with_statement(*node.as<With>());
        case NodeKind::ImportFrom:
            return import_from(*node.as<ImportFrom>());
        case NodeKind::Global:
            return global_names(*node.as<Global>());
        case NodeKind::Nonlocal:
            return nonlocal_names(*node.as<Nonlocal>());
        case NodeKind::Import:
            for (const Alias& one : node.as<Import>()->names) alias(one, node);
            return;
        case NodeKind::Return:
            warn_in_finally(node.span, "return");
            return optional(node.as<Return>()->value);
        case NodeKind::Delete:
            return expressions(node.as<Delete>()->targets);
        case NodeKind::Assign:
            expressions(node.as<Assign>()->targets);
            return expression(*node.as<Assign>()->value);
        case NodeKind::AugAssign:
            expression(*node.as<AugAssign>()->target);
            return expression(*node.as<AugAssign>()->value);
        case NodeKind::While:
            expression(*node.as<While>()->test);
            loop_body(node.as<While>()->body);
            return conditional(node.as<While>()->orelse);
        case NodeKind::Raise:
            optional(node.as<Raise>()->exc);
            return optional(node.as<Raise>()->cause);
        case NodeKind::Assert:
            expression(*node.as<Assert>()->test);
            return optional(node.as<Assert>()->msg);
        case NodeKind::Expr:
            return expression(*node.as<Expr>()->value);
        case NodeKind::Break:
            return warn_in_finally(node.span, "break");
        case NodeKind::Continue:
            return warn_in_finally(node.span, "continue");
        case NodeKind::Pass:
            return;
        case NodeKind::AsyncFunctionDef:
            return compilation_.fail(node.span, "exmonty does not support 'async def' yet");
        case NodeKind::AsyncFor:
            return compilation_.fail(node.span, "exmonty does not support 'async for' yet");
        case NodeKind::AsyncWith:
            return compilation_.fail(node.span, "exmonty does not support 'async with' yet");
        case NodeKind::TypeAlias:
            return compilation_.fail(node.span, "exmonty does not support 'type' statements yet");
        default:
            return;
    }
}

// An elif chain is right-deep without bound.
void ScopeBuilder::if_chain(const If& first) {
    const If* node = &first;
    while (true) {
        if (compilation_.should_stop()) return;
        expression(*node->test);
        conditional(node->body);
        const If* next = node->orelse.size() == 1 ? node->orelse[0]->try_as<If>() : nullptr;
        if (next == nullptr) return conditional(node->orelse);
        node = next;
    }
}

void ScopeBuilder::function(const FunctionDef& node) {
    if (!node.type_params.empty())
        return compilation_.fail(node.span, "exmonty does not support type parameters yet");
    check_not_debug(node.name, node.span, Context::Store);
    add(node.name, NameUse::Local, node.span);
    parameter_defaults(*node.args);
    expressions(node.decorator_list);
    function_annotations(*node.args, node.returns);
    table_.add(&node, enter(ScopeKind::Function, node.name));
    const uint32_t held = std::exchange(held_, 0);
    const bool was_in_finally = std::exchange(is_in_finally_, false);
    parameters(*node.args);
    statements(node.body);
    is_in_finally_ = was_in_finally;
    held_ = held;
    leave();
}

void ScopeBuilder::class_body(const ClassDef& node) {
    if (!node.type_params.empty())
        return compilation_.fail(node.span, "exmonty does not support type parameters yet");
    check_not_debug(node.name, node.span, Context::Store);
    add(node.name, NameUse::Local, node.span);
    expressions(node.decorator_list);
    expressions(node.bases);
    keywords(node.keywords);
    Scope* scope = enter(ScopeKind::Class, node.name);
    table_.add(&node, scope);
    const size_t start = node.name.find_first_not_of('_');
    if (start != std::string_view::npos) scope->private_prefix = compilation_.concatenate("_", node.name.substr(start));
    const uint32_t held = std::exchange(held_, 0);
    statements(node.body);
    held_ = held;
    leave();
}

void ScopeBuilder::annotated_assignment(const AnnAssign& node) {
    if (const Name* target = node.target->try_as<Name>()) {
        check_not_debug(target->id, target->span, Context::Store);
        const Symbol* known = current_->find(mangle(compilation_, *current_, target->id));
        if (node.simple && known != nullptr && current_->kind != ScopeKind::Module) {
            if (known->has(NameUse::Global))
                compilation_.fail(node.span, "annotated name '", target->id, "' can't be global");
            if (known->has(NameUse::Nonlocal))
                compilation_.fail(node.span, "annotated name '", target->id, "' can't be nonlocal");
        }
        if (node.simple) add(target->id, NameUse::Annotated, target->span);
        if (node.simple || node.value != nullptr) add(target->id, NameUse::Local, target->span);
    } else {
        expression(*node.target);
    }
    annotation(*node.annotation);
    if (node.simple && node.target->is<Name>() && !current_->is_function())
        current_->annotated.push({&node, current_->kind == ScopeKind::Module || current_->is_conditional});
    optional(node.value);
}

void ScopeBuilder::loop(const For& node) {
    expression(*node.target);
    expression(*node.iter);
    hold_registers(for_registers);
    loop_body(node.body);
    release_registers(for_registers);
    conditional(node.orelse);
}

void ScopeBuilder::try_statement(const Try& node) {
    const uint32_t outer = node.finalbody.empty() ? 0 : finally_registers;
    hold_registers(outer);
    conditional(node.body);
    const uint32_t held = node.kind == NodeKind::TryStar ? except_star_registers : except_registers;
    hold_registers(held);
    for (const ExceptHandler* handler : node.handlers) {
        if (compilation_.should_stop()) break;
        optional(handler->type);
        if (!handler->name.empty()) {
            check_not_debug(handler->name, handler->span, Context::Store);
            add(handler->name, NameUse::Local, handler->span)->add(NameUse::Deleted);
        }
        conditional(handler->body);
    }
    release_registers(held);
    conditional(node.orelse);
    finally_body(node.finalbody);
    release_registers(outer);
}

void ScopeBuilder::match_statement(const Match& node) {
    expression(*node.subject);
    hold_registers(match_registers);
    for (const MatchCase& one : node.cases) {
        if (compilation_.should_stop()) break;
        pattern(*one.pattern);
        optional(one.guard);
        conditional(one.body);
    }
    release_registers(match_registers);
}

void ScopeBuilder::capture(std::string_view captured, const SourceSpan& span) {
    if (captured.empty()) return;
    check_not_debug(captured, span, Context::Store);
    add(captured, NameUse::Local, span);
}

void ScopeBuilder::pattern(const Pattern& node) {
    if (compilation_.should_stop()) return;
    const auto all = [this](const Patterns& patterns) {
        for (const Pattern* one : patterns) pattern(*one);
    };
    switch (node.kind) {
        case NodeKind::MatchValue:
            return expression(*node.as<MatchValue>()->value);
        case NodeKind::MatchSequence:
            return all(node.as<MatchSequence>()->patterns);
        case NodeKind::MatchMapping:
            expressions(node.as<MatchMapping>()->keys);
            all(node.as<MatchMapping>()->patterns);
            return capture(node.as<MatchMapping>()->rest, node.span);
        case NodeKind::MatchClass:
            expression(*node.as<MatchClass>()->cls);
            all(node.as<MatchClass>()->patterns);
            return all(node.as<MatchClass>()->kwd_patterns);
        case NodeKind::MatchStar:
            return capture(node.as<MatchStar>()->name, node.span);
        case NodeKind::MatchAs:
            if (node.as<MatchAs>()->pattern != nullptr) pattern(*node.as<MatchAs>()->pattern);
            return capture(node.as<MatchAs>()->name, node.span);
        case NodeKind::MatchOr:
            return all(node.as<MatchOr>()->patterns);
        default:
            return;
    }
}

void ScopeBuilder::finally_body(const Statements& list) {
    const bool before = std::exchange(is_in_finally_, true);
    conditional(list);
    is_in_finally_ = before;
}

void ScopeBuilder::loop_body(const Statements& list) {
    const bool before = std::exchange(is_in_finally_, false);
    conditional(list);
    is_in_finally_ = before;
}

void ScopeBuilder::warn_in_finally(const SourceSpan& span, std::string_view what) {
    if (is_in_finally_) compilation_.warn(span, "'", what, "' in a 'finally' block");
}

void ScopeBuilder::with_statement(const With& node) {
    for (const Withitem& item : node.items) {
        expression(*item.context_expr);
        optional(item.optional_vars);
        hold_registers(with_registers);
    }
    conditional(node.body);
    release_registers(with_registers * static_cast<uint32_t>(node.items.size()));
}

void ScopeBuilder::import_from(const ImportFrom& node) {
    if (node.level == 0 && node.module == "__future__" && node.span.line > last_future_line_)
        compilation_.fail(node.span, "from __future__ imports must occur at the beginning of the file");
    for (const Alias& one : node.names) alias(one, node);
}

void ScopeBuilder::alias(const Alias& one, const Statement& node) {
    if (compilation_.is_over()) return;
    if (one.name == "*") {
        if (current_->kind != ScopeKind::Module)
            compilation_.fail(one.span, "import * only allowed at module level");
        return;
    }
    std::string_view bound = one.asname;
    if (bound.empty()) bound = node.is<Import>() ? first_part(one.name) : one.name;
    check_not_debug(bound, one.span, Context::Store);
    add(bound, NameUse::Import, one.span);
}

void ScopeBuilder::global_names(const Global& node) {
    for (std::string_view name : node.names) {
        if (compilation_.is_over()) return;
        const Symbol* known = current_->find(mangle(compilation_, *current_, name));
        if (known != nullptr) {
            if (known->has(NameUse::Parameter))
                compilation_.fail(node.span, "name '", name, "' is parameter and global");
            else if (known->has(NameUse::Use))
                compilation_.fail(node.span, "name '", name, "' is used prior to global declaration");
            else if (known->has(NameUse::Annotated))
                compilation_.fail(node.span, "annotated name '", name, "' can't be global");
            else if (known->has(NameUse::Local))
                compilation_.fail(node.span, "name '", name, "' is assigned to before global declaration");
        }
        declare(name, NameUse::Global, node.span);
    }
}

void ScopeBuilder::nonlocal_names(const Nonlocal& node) {
    for (std::string_view name : node.names) {
        if (compilation_.is_over()) return;
        const Symbol* known = current_->find(mangle(compilation_, *current_, name));
        if (known != nullptr) {
            if (known->has(NameUse::Parameter))
                compilation_.fail(node.span, "name '", name, "' is parameter and nonlocal");
            else if (known->has(NameUse::Use))
                compilation_.fail(node.span, "name '", name, "' is used prior to nonlocal declaration");
            else if (known->has(NameUse::Annotated))
                compilation_.fail(node.span, "annotated name '", name, "' can't be nonlocal");
            else if (known->has(NameUse::Local))
                compilation_.fail(node.span, "name '", name, "' is assigned to before nonlocal declaration");
        }
        declare(name, NameUse::Nonlocal, node.span);
    }
}

void ScopeBuilder::declare(std::string_view name, NameUse use, const SourceSpan& span) {
    Symbol* symbol = add(name, use, span);
    if (symbol->declared.line == 0) symbol->declared = span;
}

void ScopeBuilder::parameter_defaults(const Arguments& arguments) {
    expressions(arguments.defaults);
    for (const Expression* value : arguments.kw_defaults) optional(value);
}

void ScopeBuilder::parameters(const Arguments& arguments) {
    const auto one = [this](const Arg& parameter) {
        if (compilation_.is_over()) return;
        check_not_debug(parameter.arg, parameter.span, Context::Store);
        add(parameter.arg, NameUse::Parameter, parameter.span);
    };
    for (const Arg& parameter : arguments.posonlyargs) one(parameter);
    for (const Arg& parameter : arguments.args) one(parameter);
    for (const Arg& parameter : arguments.kwonlyargs) one(parameter);
    if (arguments.vararg != nullptr) one(*arguments.vararg);
    if (arguments.kwarg != nullptr) one(*arguments.kwarg);
}

// The annotations of a function have a scope whether or not there are any, so that the errors in them are found.
void ScopeBuilder::function_annotations(const Arguments& arguments, const Expression* returns) {
    Scope* scope = enter(ScopeKind::Annotation, "__annotate__");
    table_.add(&arguments, scope);
    add("format", NameUse::Parameter, {});
    const auto one = [this](const Arg* parameter) {
        if (parameter != nullptr) optional(parameter->annotation);
    };
    for (const Arg& parameter : arguments.posonlyargs) one(&parameter);
    for (const Arg& parameter : arguments.args) one(&parameter);
    one(arguments.vararg);
    for (const Arg& parameter : arguments.kwonlyargs) one(&parameter);
    one(arguments.kwarg);
    optional(returns);
    leave();
}

void ScopeBuilder::annotation(const Expression& node) {
    Scope* owner = current_;
    if (owner->is_function()) {
        // Never evaluated: only its errors count, so the scope is dropped again.
        Scope* last = owner->last_child;
        enter(ScopeKind::Annotation, "__annotate__");
        expression(node);
        leave();
        owner->last_child = last;
        (last == nullptr ? owner->first_child : last->next_sibling) = nullptr;
        return;
    }
    if (owner->kind == ScopeKind::Module || owner->is_conditional) owner->has_conditional_annotations = true;
    if (owner->annotations == nullptr) {
        owner->annotations = enter(ScopeKind::Annotation, "__annotate__");
        add("format", NameUse::Parameter, {});
    } else {
        current_ = owner->annotations;
    }
    expression(node);
    leave();
}

}  // namespace exmonty
