// Statements: the dispatch, and the simple ones.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

void Unit::statements(const Statements& list, size_t from) {
    for (size_t i = from; i < list.size(); i++) {
        if (compilation().should_stop()) return;
        statement(*list[i]);
    }
}

void Unit::statement(const Statement& node) {
    const Temporaries temporaries(*this);
    expression_base_ = top_;
    switch (node.kind) {
        case NodeKind::FunctionDef:
            return function_definition(*node.as<FunctionDef>());
        case NodeKind::ClassDef:
            return class_definition(*node.as<ClassDef>());
        case NodeKind::Return:
            return return_statement(*node.as<Return>());
        case NodeKind::Delete:
            for (const Expression* target : node.as<Delete>()->targets) delete_target(*target);
            return;
        case NodeKind::Assign:
            return assign(*node.as<Assign>());
        case NodeKind::AugAssign:
            return augmented(*node.as<AugAssign>());
        case NodeKind::AnnAssign:
            return annotated(*node.as<AnnAssign>());
        case NodeKind::For:
            return for_loop(*node.as<For>());
        case NodeKind::While:
            return while_loop(*node.as<While>());
        case NodeKind::If:
            return if_statement(*node.as<If>());
        case NodeKind::With:
            return with_statement(*node.as<With>(), 0);
        case NodeKind::Raise:
            return raise_statement(*node.as<Raise>());
        case NodeKind::Try:
        case NodeKind::TryStar:
            return try_statement(static_cast<const Try&>(node));
        case NodeKind::Match:
            return match_statement(*node.as<Match>());
        case NodeKind::Assert:
            return assert_statement(*node.as<Assert>());
        case NodeKind::Import:
            return import_statement(*node.as<Import>());
        case NodeKind::ImportFrom:
            return import_from(*node.as<ImportFrom>());
        case NodeKind::Expr:
            return effect(*node.as<Expr>()->value);
        case NodeKind::Break:
            return break_or_continue(node.span, Exit::Break);
        case NodeKind::Continue:
            return break_or_continue(node.span, Exit::Continue);
        default:
            return;
    }
}

// Where a body goes that is nothing but a break or continue out of no other block: the condition itself can jump there.
Target* Unit::direct_exit(const Statements& body) {
    if (body.size() != 1 || blocks_.empty() || blocks_.back().kind != BlockKind::Loop) return nullptr;
    if (body[0]->is<Break>()) return blocks_.back().break_target;
    return body[0]->is<Continue>() ? blocks_.back().continue_target : nullptr;
}

// An elif chain is right-deep without bound, so it is walked with a loop.
void Unit::if_statement(const If& first) {
    Target end;
    const If* node = &first;
    while (true) {
        if (compilation().should_stop()) return;
        const bool is_last = node->orelse.empty();
        if (Target* exit = direct_exit(node->body)) {
            branch(*node->test, true, *exit);
        } else {
            Target otherwise;
            branch(*node->test, false, otherwise);
            statements(node->body);
            if (!is_last) jump(node->test->span, end);
            bind(otherwise);
        }
        if (is_last) break;
        expression_base_ = top_;
        const If* next = node->orelse.size() == 1 ? node->orelse[0]->try_as<If>() : nullptr;
        if (next == nullptr) {
            statements(node->orelse);
            break;
        }
        node = next;
    }
    bind(end);
}

void Unit::return_statement(const Return& node) {
    if (host_.kind == ScopeKind::Module || host_.kind == ScopeKind::Class)
        return compilation().fail(node.span, "'return' outside function");
    if (node.value != nullptr) return return_value(node.span, *node.value);
    if (is_exit_plain()) {
        emit(node.span, Op::RETURN_NONE);
        return end_path();
    }
    const Register none = return_register();
    load_none(node.span, none);
    return_from(node.span, none);
}

// The value is taken before the blocks around are left, since they may rebind what it was read from.
void Unit::return_value(const SourceSpan& span, const Expression& node) {
    const Temporaries temporaries(*this);
    const Literal* literal = fold(node);
    if (literal != nullptr && literal->is_none() && is_exit_plain()) {
        emit(span, Op::RETURN_NONE);
        return end_path();
    }
    if (is_exit_plain()) {
        if (const IfExp* choice = node.try_as<IfExp>(); choice != nullptr && literal == nullptr) {
            Target otherwise;
            branch(*choice->test, false, otherwise);
            return_value(span, *choice->body);
            bind(otherwise);
            return return_value(span, *choice->orelse);
        }
        return return_from(span, bound_value(node));
    }
    const Register reg = return_register();
    into(node, reg);
    // A constant that is returned across blocks stands for the statement.
    const bool is_constant = literal != nullptr && node.span.line == span.line;
    return_from(is_constant ? node.span : span, reg);
}

void Unit::raise_statement(const Raise& node) {
    if (node.exc == nullptr) {
        emit(node.span, Op::RAISE_ACTIVE);
        return end_path();
    }
    const Register exception = node.cause == nullptr ? value(*node.exc) : operand(*node.exc, *node.cause);
    check_local(node.exc->span, exception);
    if (node.cause == nullptr) {
        emit(node.span, Op::RAISE, exception);
    } else {
        const Register cause = bound_value(*node.cause);
        emit(node.span, Op::RAISE_FROM, exception, cause);
    }
    end_path();
}

void Unit::assert_statement(const Assert& node) {
    const Tuple* tuple = node.test->try_as<Tuple>();
    if (tuple != nullptr && !tuple->elts.empty())
        compilation().warn(node.span, "assertion is always true, perhaps remove parentheses?", {}, {});
    Target holds;
    branch(*node.test, true, holds);
    const Register error = push();
    emit(node.span, Op::LOAD_ASSERTION_ERROR, error);
    if (node.msg != nullptr) {
        temporary(*node.msg);
        emit(node.span, Op::CALL, error, 1);
    }
    emit(node.test->span, Op::RAISE, error);
    end_path();
    bind(holds);
}

// ---------------------------------------------------------------------------------------------------------------------
// Imports.

void Unit::import_statement(const Import& node) {
    for (const Alias& alias : node.names) {
        const Temporaries temporaries(*this);
        const Register none = push();
        const Register imported = push();
        load_none(node.span, none);
        emit_site(node.span, Op::IMPORT_NAME, imported, none, 0, alias.name);
        const size_t dot = alias.name.find('.');
        if (alias.asname.empty()) {
            store(node.span, place_of(alias.name.substr(0, dot)), imported);
            continue;
        }
        // The import of a.b.c gives a; with a name of its own, c is wanted.
        std::string_view rest = dot == std::string_view::npos ? std::string_view() : alias.name.substr(dot + 1);
        while (!rest.empty()) {
            const size_t next = rest.find('.');
            emit_site(node.span, Op::IMPORT_FROM, imported, imported, 0, rest.substr(0, next));
            rest = next == std::string_view::npos ? std::string_view() : rest.substr(next + 1);
        }
        store(node.span, place_of(alias.asname), imported);
    }
}

void Unit::import_from(const ImportFrom& node) {
    if (node.level > UINT8_MAX) return compilation().fail(node.span, "too many leading dots in an import");
    ArenaVector<uint32_t> names(arena());
    for (const Alias& alias : node.names) names.push(assembler_.constants().str(alias.name));
    const Register wanted = push();
    const Register module = push();
    load_constant(node.span, assembler_.constants().tuple({names.data(), names.size()}), wanted);
    emit_site(node.span, Op::IMPORT_NAME, module, wanted, node.level, node.module);
    if (node.names.size() == 1 && node.names[0].name == "*") return emit(node.span, Op::IMPORT_STAR, module);
    const Register item = push();
    for (const Alias& alias : node.names) {
        emit_site(node.span, Op::IMPORT_FROM, item, module, 0, alias.name);
        store(node.span, place_of(alias.asname.empty() ? alias.name : alias.asname), item);
    }
}

}  // namespace exmonty
