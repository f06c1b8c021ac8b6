// Classes. The body is a function that is given the namespace in register 0 and returns the `__class__` cell or None.
#include "vm/compiler/docstring.h"
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

void Unit::class_definition(const ClassDef& node) {
    const Decorators decorated = decorators(node.decorator_list);
    const Register window = push();
    emit(node.span, Op::LOAD_BUILD_CLASS, window);
    const Register body = push();
    Scope& scope = *state_.scopes.of(&node);
    const CodeData* code = arena().create<Unit>(state_, scope, this, node.name)->class_code(node);
    make_function(node.span, *code, scope, 0, body);
    load_str(node.span, node.name, push());
    check_keywords(node.keywords);
    if (!fits_window(node.bases, node.keywords)) {
        call_spread(node.span, window, 2, node.bases, node.keywords);
    } else {
        for (const Expression* base : node.bases) temporary(*base);
        for (const Keyword& keyword : node.keywords) temporary(*keyword.value);
        const auto count = static_cast<uint32_t>(2 + node.bases.size() + node.keywords.size());
        if (node.keywords.empty()) {
            emit(node.span, Op::CALL, window, count);
        } else if (is_reachable_) {
            const uint32_t names = assembler_.constants().tuple(keyword_names(node.keywords));
            emit_extra(node.span, Op::CALL_KW, window, count, 0, assembler_.site(names));
        }
    }
    store(node.span, place_of(node.name), apply_decorators(node.decorator_list, decorated, window));
}

void Unit::store_class_name(const SourceSpan& span, std::string_view name, Register value) {
    emit_site(span, Op::STORE_NAME, namespace_, value, 0, name);
}

const CodeData* Unit::class_code(const ClassDef& node) {
    const SourceSpan start = node.decorator_list.empty() ? node.span : node.decorator_list[0]->span;
    code_->first_line = start.line;
    code_->flags |= static_cast<uint32_t>(CodeFlag::ClassBody);
    code_->positional_count = 1;
    has_namespace_ = true;
    const SourceSpan span{start.line, 0, start.line, 0};
    prologue(span);
    assigned_.add(namespace_);
    std::string_view docstring;
    const bool has_docstring = find_docstring(compilation(), node.body, docstring);
    class_prologue(span, docstring, has_docstring);
    statements(node.body, has_docstring ? 1 : 0);
    class_annotations(span);
    static_attribute_names(span);
    if (host_.class_cell->binding == NameBinding::Cell) {
        emit(span, Op::RETURN, host_.class_cell->slot);
        end_path();
    }
    return finish({}, false);
}

void Unit::class_prologue(const SourceSpan& span, std::string_view docstring, bool has_docstring) {
    const Temporaries temporaries(*this);
    const Register reg = push();
    emit_site(span, Op::LOAD_NAME, reg, namespace_, 0, "__name__");
    store_class_name(span, "__module__", reg);
    load_str(span, code_->qualified_name, reg);
    store_class_name(span, "__qualname__", reg);
    load_integer(span, code_->first_line, reg);
    store_class_name(span, "__firstlineno__", reg);
    if (host_.dictionary_cell->binding == NameBinding::Cell)
        emit(span, Op::STORE_CELL, host_.dictionary_cell->slot, namespace_);
    if (host_.conditional_cell->binding == NameBinding::Cell) {
        emit(span, Op::BUILD_SET, reg, reg, 0);
        emit(span, Op::STORE_CELL, host_.conditional_cell->slot, reg);
    }
    if (has_docstring) {
        load_str(span, docstring, reg);
        store_class_name(span, "__doc__", reg);
    }
}

// Notes that a method in the class assigns to `self.name`.
void Unit::note_static_attribute(const Attribute& node) {
    const Name* object = node.value->try_as<Name>();
    if (object == nullptr || object->id != "self") return;
    for (Unit* unit = this; unit != nullptr; unit = unit->parent_) {
        if (unit->host_.kind != ScopeKind::Class) continue;
        unit->static_attributes_.insert(node.attr, true);
        return;
    }
}

void Unit::static_attribute_names(const SourceSpan& span) {
    const Temporaries temporaries(*this);
    ArenaVector<uint32_t> names(arena());
    for (const auto& entry : static_attributes_) names.push(assembler_.constants().str(entry.key));
    const Register reg = push();
    load_constant(span, assembler_.constants().tuple({names.data(), names.size()}), reg);
    store_class_name(span, "__static_attributes__", reg);
}

}  // namespace exmonty
