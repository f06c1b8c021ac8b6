// Displays and f-strings: in one instruction from a window of registers where the elements fit, else piece by piece.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

constexpr uint32_t most_elements = 200;
// Pieces of this many elements go into what is too large for one window.
constexpr uint32_t piece = 8;
// From this many constants on a display starts from a constant tuple.
constexpr size_t many_constants = 3;

bool has_starred(const Expressions& elements) {
    for (const Expression* element : elements)
        if (element->is<Starred>()) return true;
    return false;
}

}  // namespace

void Unit::list_display(const List& node, Register target) {
    if (node.elts.size() >= many_constants) {
        if (const Literal* items = state_.folder.fold_sequence(ConstantKind::Tuple, node.elts)) {
            const Register work = work_register(target);
            emit(node.span, Op::BUILD_LIST, work, work, 0);
            const Register constant = push();
            load_literal(node.span, *items, constant);
            emit(node.span, Op::LIST_EXTEND, work, constant);
            return move(node.span, target, work);
        }
    }
    build_sequence(node.span, Op::BUILD_LIST, node.elts, target);
}

void Unit::tuple_display(const Tuple& node, Register target) {
    build_sequence(node.span, Op::BUILD_TUPLE, node.elts, target);
}

void Unit::set_display(const Set& node, Register target) {
    if (node.elts.size() >= many_constants) {
        if (const Literal* items = state_.folder.fold_sequence(ConstantKind::FrozenSet, node.elts)) {
            const Register work = work_register(target);
            emit(node.span, Op::BUILD_SET, work, work, 0);
            const Register constant = push();
            load_literal(node.span, *items, constant);
            emit(node.span, Op::SET_UPDATE, work, constant);
            return move(node.span, target, work);
        }
    }
    build_sequence(node.span, Op::BUILD_SET, node.elts, target);
}

void Unit::build_sequence(const SourceSpan& span, Op op, const Expressions& elements, Register target) {
    const auto count = static_cast<uint32_t>(elements.size());
    if (count <= most_elements && count <= room() && !has_starred(elements)) {
        const Register window = top_;
        for (const Expression* element : elements) temporary(*element);
        return emit(span, op, target, count == 0 ? target : window, count);
    }
    const Register work = work_register(target);
    if (op == Op::BUILD_SET)
        grow_sequence(span, Op::BUILD_SET, Op::SET_ADD, Op::SET_UPDATE, elements, work);
    else
        collect_list(span, elements, work);
    if (op == Op::BUILD_TUPLE)
        emit(span, Op::LIST_TO_TUPLE, target, work);
    else
        move(span, target, work);
}

// Starts with the elements before the first unpacking, as many as a piece has, and adds the others one by one.
void Unit::grow_sequence(const SourceSpan& span, Op build, Op add, Op extend, const Expressions& elements,
                         Register target) {
    const Temporaries temporaries(*this);
    size_t first = 0;
    const Register window = top_;
    while (first < elements.size() && first < piece && !elements[first]->is<Starred>()) temporary(*elements[first++]);
    emit(span, build, target, first == 0 ? target : window, static_cast<uint32_t>(first));
    top_ = window;
    add_elements(span, add, extend, elements, first, target);
}

void Unit::add_elements(const SourceSpan& span, Op add, Op extend, const Expressions& elements, size_t first,
                        Register target) {
    for (size_t i = first; i < elements.size(); i++) {
        if (compilation().is_over()) return;
        const Temporaries temporaries(*this);
        const Starred* starred = elements[i]->try_as<Starred>();
        const Register element = bound_value(starred == nullptr ? *elements[i] : *starred->value);
        emit(span, starred == nullptr ? add : extend, target, element);
    }
}

void Unit::dict_display(const Dict& node, Register target) {
    const auto count = static_cast<uint32_t>(node.keys.size());
    bool is_plain = count <= most_elements / 2 && count * 2 <= room();
    for (const Expression* key : node.keys) is_plain = is_plain && key != nullptr;
    if (is_plain) {
        const Register window = top_;
        for (size_t i = 0; i < count; i++) {
            temporary(*node.keys[i]);
            temporary(*node.values[i]);
        }
        return emit(node.span, Op::BUILD_MAP, target, count == 0 ? target : window, count);
    }
    const Register work = work_register(target);
    emit(node.span, Op::BUILD_MAP, work, work, 0);
    for (size_t i = 0; i < count; i++) {
        if (compilation().is_over()) return;
        const Temporaries temporaries(*this);
        if (node.keys[i] == nullptr) {
            const Register mapping = bound_value(*node.values[i]);
            emit(node.span, Op::MAP_UPDATE, work, mapping);
            continue;
        }
        const Register key = operand(*node.keys[i], *node.values[i]);
        check_local(node.keys[i]->span, key);
        const Register item = bound_value(*node.values[i]);
        emit(node.span, Op::MAP_SET, work, key, item);
    }
    move(node.span, target, work);
}

// ---------------------------------------------------------------------------------------------------------------------
// f-strings.

void Unit::joined(const JoinedStr& node, Register target) {
    const auto count = static_cast<uint32_t>(node.values.size());
    if (count == 0) return load_str(node.span, {}, target);
    if (count == 1) return into(*node.values[0], target);
    if (count <= most_elements && count <= room()) {
        const Register window = top_;
        for (const Expression* part : node.values) temporary(*part);
        return emit(node.span, Op::BUILD_STRING, target, window, count);
    }
    const Register window = push(2);
    load_str(node.span, {}, window);
    emit_site(node.span, Op::LOAD_METHOD, window, window, 0, "join");
    const Register parts = push();
    collect_list(node.span, node.values, parts);
    emit(node.span, Op::CALL_METHOD, window, 1);
    move(node.span, target, window);
}

void Unit::formatted(const FormattedValue& node, Register target) {
    Register reg = node.format_spec == nullptr ? value(*node.value) : operand(*node.value, *node.format_spec);
    check_local(node.value->span, reg);
    if (node.conversion != Conversion::None) {
        const uint32_t kind = node.conversion == Conversion::Str ? 1 : node.conversion == Conversion::Repr ? 2 : 3;
        const Register converted = is_local(reg) ? push() : reg;
        emit(node.span, Op::CONVERT, converted, reg, kind);
        reg = converted;
    }
    if (node.format_spec == nullptr) return emit(node.span, Op::FORMAT, target, reg);
    const Register spec = value(*node.format_spec);
    emit(node.span, Op::FORMAT_SPEC, target, reg, spec);
}

}  // namespace exmonty
