// Functions: their code, and what a definition evaluates when it runs.
#include "vm/compiler/docstring.h"
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

// More decorators than this wait in a list for their function.
constexpr size_t most_decorators = 16;

constexpr uint32_t has_defaults = 1;
constexpr uint32_t has_keyword_defaults = 2;
constexpr uint32_t has_annotate = 4;
constexpr uint32_t has_closure = 8;

}  // namespace

void Unit::parameter_counts(const Arguments& arguments) {
    code_->positional_only_count = static_cast<uint32_t>(arguments.posonlyargs.size());
    code_->positional_count = static_cast<uint32_t>(arguments.posonlyargs.size() + arguments.args.size());
    code_->keyword_only_count = static_cast<uint32_t>(arguments.kwonlyargs.size());
    if (arguments.vararg != nullptr) code_->flags |= static_cast<uint32_t>(CodeFlag::VarArgs);
    if (arguments.kwarg != nullptr) code_->flags |= static_cast<uint32_t>(CodeFlag::VarKeywords);
}

const CodeData* Unit::function_code(const FunctionDef& node) {
    const SourceSpan start = node.decorator_list.empty() ? node.span : node.decorator_list[0]->span;
    code_->first_line = start.line;
    parameter_counts(*node.args);
    prologue(node.span);
    std::string_view docstring;
    const bool has_docstring = find_docstring(compilation(), node.body, docstring);
    statements(node.body, has_docstring ? 1 : 0);
    return finish(docstring, has_docstring);
}

const CodeData* Unit::lambda_code(const Lambda& node) {
    code_->first_line = node.span.line;
    parameter_counts(*node.args);
    prologue(node.span);
    return_value(node.body->span, *node.body);
    return finish({}, false);
}

void Unit::function_definition(const FunctionDef& node) {
    const Decorators decorated = decorators(node.decorator_list);
    const Register window = push();
    const uint32_t extras = function_extras(node.span, *node.args, &node, window);
    Scope& scope = *state_.scopes.of(&node);
    const CodeData* code = arena().create<Unit>(state_, scope, this, node.name)->function_code(node);
    const Place place = place_of(node.name);
    const bool is_direct = place.kind == PlaceKind::Register && node.decorator_list.empty() && extras == 0 &&
                           scope.frees.empty();
    const Register function = is_direct ? place.index : window;
    make_function(node.span, *code, scope, extras, function);
    store(node.span, place, apply_decorators(node.decorator_list, decorated, function));
}

void Unit::lambda(const Lambda& node, Register target) {
    const Register window = is_top(target) ? target : push();
    const uint32_t extras = function_extras(node.span, *node.args, nullptr, window);
    Scope& scope = *state_.scopes.of(&node);
    const CodeData* code =
        arena().create<Unit>(state_, scope, this, std::string_view("<lambda>"))->lambda_code(node);
    const Register function = extras == 0 && scope.frees.empty() ? target : window;
    make_function(node.span, *code, scope, extras, function);
    move(node.span, target, function);
}

// Default values and annotations, to the registers behind the window; says which there are.
uint32_t Unit::function_extras(const SourceSpan& span, const Arguments& arguments, const FunctionDef* definition,
                               Register window) {
    const Temporaries temporaries(*this);
    uint32_t extras = 0;
    const bool is_annotated = definition != nullptr && has_annotations(*definition);
    bool has_keyword_values = false;
    for (const Expression* value : arguments.kw_defaults) has_keyword_values = has_keyword_values || value != nullptr;
    if (arguments.defaults.empty() && !has_keyword_values && !is_annotated) return 0;
    top_ = window + 1;
    push(4);
    if (!arguments.defaults.empty()) {
        extras |= has_defaults;
        if (const Literal* literal = state_.folder.fold_sequence(ConstantKind::Tuple, arguments.defaults))
            load_literal(span, *literal, window + 1);
        else
            build_sequence(span, Op::BUILD_TUPLE, arguments.defaults, window + 1);
    }
    if (has_keyword_values) {
        extras |= has_keyword_defaults;
        keyword_defaults(span, arguments, window + 2);
    }
    if (is_annotated) {
        extras |= has_annotate;
        make_annotate(*definition, window + 3);
    }
    return extras;
}

void Unit::keyword_defaults(const SourceSpan& span, const Arguments& arguments, Register target) {
    emit(span, Op::BUILD_MAP, target, target, 0);
    for (size_t i = 0; i < arguments.kwonlyargs.size(); i++) {
        if (arguments.kw_defaults[i] == nullptr) continue;
        const Temporaries temporaries(*this);
        const Register name = push();
        load_str(span, mangle(compilation(), *scope_, arguments.kwonlyargs[i].arg), name);
        const Register item = bound_value(*arguments.kw_defaults[i]);
        emit(span, Op::MAP_SET, target, name, item);
    }
}

// The function of the code, with what function_extras() has left behind the window.
void Unit::make_function(const SourceSpan& span, const CodeData& code, const Scope& scope, uint32_t extras,
                         Register window) {
    const Temporaries temporaries(*this);
    if (!scope.frees.empty()) {
        extras |= has_closure;
        top_ = window + 1;
        push(4);
        closure(span, scope, window + 4);
    } else if (extras != 0) {
        top_ = window + 1;
        push(4);
    }
    if (is_reachable_) emit_extra(span, Op::MAKE_FUNCTION, window, extras, 0, assembler_.constants().code(&code));
}

// The cells of the function's free variables, in a tuple.
void Unit::closure(const SourceSpan& span, const Scope& scope, Register target) {
    const Temporaries temporaries(*this);
    const size_t count = scope.frees.size();
    if (count <= room()) {
        const Register window = top_;
        for (size_t i = 0; i < count; i++) load_cell_itself(span, *scope_, scope.frees[i], push());
        return emit(span, Op::BUILD_TUPLE, target, window, static_cast<uint32_t>(count));
    }
    const Register list = push();
    const Register cell = push();
    emit(span, Op::BUILD_LIST, list, list, 0);
    for (size_t i = 0; i < count; i++) {
        load_cell_itself(span, *scope_, scope.frees[i], cell);
        emit(span, Op::LIST_APPEND, list, cell);
    }
    emit(span, Op::LIST_TO_TUPLE, target, list);
}

// ---------------------------------------------------------------------------------------------------------------------
// Decorators: evaluated before what they decorate, called after it, the nearest first. They wait in the registers before
// that of the function, so that each finds its argument behind it.

Unit::Decorators Unit::decorators(const Expressions& list) {
    Decorators decorated{top_, list.size() > most_decorators};
    if (decorated.are_in_list) {
        const Register names = push();
        collect_list(list[0]->span, list, names);
        push();
    } else {
        for (const Expression* decorator : list) temporary(*decorator);
    }
    return decorated;
}

// The register of the result.
Register Unit::apply_decorators(const Expressions& list, const Decorators& decorated, Register function) {
    for (size_t i = list.size(); i > 0; i--) {
        const SourceSpan span = list[i - 1]->span;
        if (!decorated.are_in_list) {
            function--;
            emit(span, Op::CALL, function, 1);
            continue;
        }
        const Register callee = decorated.first + 1;
        load_integer(span, static_cast<int64_t>(i - 1), callee);
        emit(span, Op::LOAD_ITEM, callee, decorated.first, callee);
        emit(span, Op::CALL, callee, 1);
        move(span, callee + 1, callee);
    }
    return function;
}

}  // namespace exmonty
