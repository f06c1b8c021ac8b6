// Annotations are not evaluated where they stand: a function, a class and a module each have an annotate function that
// evaluates them when somebody asks.
#include "vm/compiler/unit.h"
#include "vm/compiler/unparse.h"

namespace exmonty {

using namespace ast;

namespace {

// The format that asks for values with stand-ins for what is not defined; it and those beyond are not for functions that
// the compiler makes.
constexpr int64_t last_format = 2;

}  // namespace

bool Unit::has_annotations(const FunctionDef& node) const {
    if (node.returns != nullptr) return true;
    const Arguments& arguments = *node.args;
    const auto is_annotated = [](const Arg* parameter) {
        return parameter != nullptr && parameter->annotation != nullptr;
    };
    for (const Span<Arg>* list : {&arguments.posonlyargs, &arguments.args, &arguments.kwonlyargs})
        for (const Arg& parameter : *list)
            if (is_annotated(&parameter)) return true;
    return is_annotated(arguments.vararg) || is_annotated(arguments.kwarg);
}

void Unit::make_annotate(const FunctionDef& node, Register target) {
    const Temporaries temporaries(*this);
    const Register window = push();
    Scope& scope = *state_.scopes.of(node.args);
    Unit* unit = arena().create<Unit>(state_, scope, this, std::string_view("__annotate__"));
    make_function(node.span, *unit->function_annotations_code(node), scope, 0, window);
    move(node.span, target, window);
}

// Refuses other formats; what comes next fills the dict in the register.
Register Unit::annotate_start(const SourceSpan& span) {
    code_->first_line = span.line;
    code_->positional_only_count = code_->positional_count = 1;
    prologue(span);
    if (const Symbol* names = host_.find("__classdict__"); names != nullptr && names->binding == NameBinding::Free) {
        namespace_ = push();
        emit_low_high(span, Op::LOAD_FREE, namespace_, names->free_index);
        has_namespace_ = true;
    }
    const Register annotations = push();
    Target supported;
    const Literal limit{.kind = ConstantKind::Int, .number = last_format};
    emit_jump(span, Op::JUMP_GT_K, 0, constant(limit), 0, supported);
    emit_site(span, Op::LOAD_GLOBAL, annotations, 0, 0, "NotImplementedError");
    emit(span, Op::RAISE, annotations);
    end_path();
    bind(supported);
    emit(span, Op::BUILD_MAP, annotations, annotations, 0);
    return annotations;
}

void Unit::annotation(const SourceSpan& span, std::string_view name, const Expression& node, Register annotations) {
    if (compilation().should_stop()) return;
    const Temporaries temporaries(*this);
    expression_base_ = top_;
    const Register key = push();
    load_str(span, mangle(compilation(), *scope_, name), key);
    const Register item = push();
    if (state_.scopes.module->future_annotations)
        load_str(node.span, unparse(compilation(), node), item);
    else if (const Starred* starred = node.try_as<Starred>())
        emit(node.span, Op::UNPACK, value(*starred->value), item, 1);
    else
        into(node, item);
    emit(span, Op::MAP_SET, annotations, key, item);
}

const CodeData* Unit::function_annotations_code(const FunctionDef& node) {
    const Register annotations = annotate_start(node.span);
    const Arguments& arguments = *node.args;
    const auto one = [&](const Arg* parameter) {
        if (parameter != nullptr && parameter->annotation != nullptr)
            annotation(node.span, parameter->arg, *parameter->annotation, annotations);
    };
    for (const Arg& parameter : arguments.posonlyargs) one(&parameter);
    for (const Arg& parameter : arguments.args) one(&parameter);
    one(arguments.vararg);
    for (const Arg& parameter : arguments.kwonlyargs) one(&parameter);
    one(arguments.kwarg);
    if (node.returns != nullptr) annotation(node.span, "return", *node.returns, annotations);
    emit(node.span, Op::RETURN, annotations);
    end_path();
    return finish({}, false);
}

// ---------------------------------------------------------------------------------------------------------------------
// Of classes and modules. Statements that may not run note in a set that they have.

const CodeData* Unit::namespace_annotations_code(const SourceSpan& span, const Scope& owner) {
    const Register annotations = annotate_start(span);
    for (size_t i = 0; i < owner.annotated.size(); i++) {
        const AnnotatedName& annotated = owner.annotated[i];
        Target skipped;
        if (annotated.is_conditional) {
            const Temporaries temporaries(*this);
            const Register seen = push();
            const Register number = push();
            load_conditional_set(annotated.node->span, owner, seen);
            load_integer(annotated.node->span, static_cast<int64_t>(i), number);
            emit_jump(annotated.node->span, Op::JUMP_IN, number, seen, 0, skipped);
        }
        annotation(annotated.node->span, annotated.node->target->as<Name>()->id, *annotated.node->annotation,
                   annotations);
        bind(skipped);
    }
    emit(span, Op::RETURN, annotations);
    end_path();
    return finish({}, false);
}

void Unit::load_conditional_set(const SourceSpan& span, const Scope& owner, Register target) {
    if (owner.kind == ScopeKind::Module)
        emit_site(span, Op::LOAD_GLOBAL, target, 0, 0, "__conditional_annotations__");
    else if (&owner == &host_)
        emit(span, Op::LOAD_CELL, target, host_.conditional_cell->slot);
    else
        emit_low_high(span, Op::LOAD_FREE, target, host_.find("__conditional_annotations__")->free_index);
}

void Unit::deferred_annotation(const AnnAssign& node) {
    const uint32_t number = next_annotation_++;
    if (number >= host_.annotated.size() || !host_.annotated[number].is_conditional) return;
    const Temporaries temporaries(*this);
    const Register seen = push();
    const Register item = push();
    load_conditional_set(node.span, host_, seen);
    load_integer(node.span, number, item);
    emit(node.span, Op::SET_ADD, seen, item);
}

Register Unit::make_namespace_annotate(const SourceSpan& span) {
    const Register window = push();
    Unit* unit = arena().create<Unit>(state_, *host_.annotations, this, std::string_view("__annotate__"));
    make_function(span, *unit->namespace_annotations_code(span, host_), *host_.annotations, 0, window);
    return window;
}

void Unit::module_annotations(const SourceSpan& span) {
    if (host_.annotated.empty()) return;
    const Temporaries temporaries(*this);
    const Register function = make_namespace_annotate(span);
    emit_site(span, Op::STORE_GLOBAL, function, 0, 0, "__annotate__");
    emit(span, Op::BUILD_SET, function, function, 0);
    emit_site(span, Op::STORE_GLOBAL, function, 0, 0, "__conditional_annotations__");
}

void Unit::class_annotations(const SourceSpan& span) {
    if (host_.annotated.empty()) return;
    const Temporaries temporaries(*this);
    expression_base_ = top_;
    store_class_name(span, "__annotate_func__", make_namespace_annotate(span));
}

}  // namespace exmonty
