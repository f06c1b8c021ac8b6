// Assignment in all its forms, and `del`.
#include "vm/compiler/unit.h"

namespace exmonty {

using namespace ast;

namespace {

constexpr size_t most_pairs = 32;
// The most targets that one instruction unpacks to; longer lists of targets are unpacked in two.
constexpr uint32_t most_targets = 100;

const Expressions* sequence_elements(const Expression& node) {
    if (const Tuple* tuple = node.try_as<Tuple>()) return &tuple->elts;
    if (const List* list = node.try_as<List>()) return &list->elts;
    return nullptr;
}

}  // namespace

bool Unit::local_register_of(const Expression& target, Register& reg) {
    const Name* name = target.try_as<Name>();
    if (name == nullptr) return false;
    const Place place = place_of(name->id);
    reg = place.index;
    return place.kind == PlaceKind::Register;
}

void Unit::assign(const Assign& node) {
    if (node.targets.size() == 1) return assign_to(*node.targets[0], *node.value);
    const Register reg = bound_value(*node.value);
    for (const Expression* target : node.targets) store_to(*target, reg);
}

void Unit::assign_to(const Expression& target, const Expression& node) {
    Register reg = 0;
    if (local_register_of(target, reg)) {
        into(node, reg);
        return assigned_.add(reg);
    }
    if (sequence_elements(target) != nullptr && assign_pairwise(target, node)) return;
    const bool unpacks = sequence_elements(target) != nullptr;
    reg = unpacks ? value(node) : bound_value(node);
    store_to(target, reg);
}

// a, b = c, d without a tuple: all values are computed, then stored from left to right.
bool Unit::assign_pairwise(const Expression& target, const Expression& node) {
    const Expressions& targets = *sequence_elements(target);
    const Expressions* values = node.is<Tuple>() ? sequence_elements(node) : nullptr;
    if (values == nullptr || values->size() != targets.size() || targets.size() > most_pairs) return false;
    if (targets.size() + 4 > room() || targets.empty()) return false;
    bool are_distinct_locals = true;
    for (size_t i = 0; i < targets.size(); i++) {
        if (targets[i]->is<Starred>() || (*values)[i]->is<Starred>()) return false;
        Register reg = 0, other = 0;
        are_distinct_locals = are_distinct_locals && local_register_of(*targets[i], reg);
        for (size_t j = 0; j < i && are_distinct_locals; j++) {
            local_register_of(*targets[j], other);
            are_distinct_locals = reg != other;
        }
    }
    Register registers[most_pairs];
    const size_t count = targets.size();
    for (size_t i = 0; i < count; i++) {
        Register direct = 0;
        if (fold(*(*values)[i]) != nullptr) {
            registers[i] = register_limit;
        } else if (are_distinct_locals && i + 1 == count && local_register_of(*targets[i], direct)) {
            // Nothing is computed after the last value, so it goes to its place at once.
            into(*(*values)[i], direct);
            registers[i] = direct;
        } else {
            registers[i] = temporary(*(*values)[i]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (registers[i] != register_limit)
            store_to(*targets[i], registers[i]);
        else
            assign_to(*targets[i], *(*values)[i]);
    }
    return true;
}

// Stores a value that is bound.
void Unit::store_to(const Expression& target, Register reg) {
    const Temporaries temporaries(*this);
    if (compilation().is_over()) return;
    switch (target.kind) {
        case NodeKind::Name:
            return store(target.span, place_of(target.as<Name>()->id), reg);
        case NodeKind::Attribute: {
            const Attribute& attribute = *target.as<Attribute>();
            note_static_attribute(attribute);
            const Register object = value(*attribute.value);
            return emit_site(attribute_span(target.span, attribute), Op::STORE_ATTR, object, reg, 0,
                             mangle(compilation(), *scope_, attribute.attr));
        }
        case NodeKind::Subscript:
            return store_item(*target.as<Subscript>(), reg);
        case NodeKind::Tuple:
        case NodeKind::List:
            return unpack_to(target.span, *sequence_elements(target), reg);
        case NodeKind::Starred:
            return compilation().fail(target.span, "starred assignment target must be in a list or tuple");
        default:
            return;
    }
}

void Unit::store_item(const Subscript& target, Register reg) {
    const Slice* slice = target.slice->try_as<Slice>();
    const Register object = operand(*target.value, *target.slice);
    uint32_t index = 0;
    if (slice != nullptr && slice->step == nullptr) {
        const Register window = push(2);
        slice_part(*slice, slice->lower, window);
        slice_part(*slice, slice->upper, window + 1);
        return emit(target.span, Op::STORE_SLICE, object, reg, window);
    }
    if (small_index(*target.slice, index)) return emit(target.span, Op::STORE_ITEM_I, object, index, reg);
    if (small_constant(*target.slice, index)) return emit(target.span, Op::STORE_ITEM_K, object, index, reg);
    const Register key = bound_value(*target.slice);
    emit(target.span, Op::STORE_ITEM, object, key, reg);
}

void Unit::unpack_to(const SourceSpan& span, const Expressions& targets, Register reg) {
    const Temporaries temporaries(*this);
    const auto count = static_cast<uint32_t>(targets.size());
    uint32_t starred = count;
    for (uint32_t i = 0; i < count; i++) {
        if (!targets[i]->is<Starred>()) continue;
        if (starred != count) return compilation().fail(span, "multiple starred expressions in assignment");
        starred = i;
    }
    if (count > most_targets || count + 2 > room()) return unpack_long(span, targets, starred, reg);
    Register window = top_;
    if (starred == count && are_consecutive_locals(targets, window)) {
        emit(span, Op::UNPACK, reg, window, count);
        for (uint32_t i = 0; i < count; i++) assigned_.add(window + i);
        return;
    }
    window = push(count);
    if (starred == count)
        emit(span, Op::UNPACK, reg, window, count);
    else
        emit_extra(span, Op::UNPACK_STAR, reg, window, starred, count - starred - 1);
    for (uint32_t i = 0; i < count; i++) {
        const Starred* star = targets[i]->try_as<Starred>();
        store_to(star == nullptr ? *targets[i] : *star->value, window + i);
    }
}

// True: the targets are locals that lie in a row from `first` on, so that they are unpacked to directly.
bool Unit::are_consecutive_locals(const Expressions& targets, Register& first) {
    Register found = 0;
    for (size_t i = 0; i < targets.size(); i++) {
        Register reg = 0;
        if (!local_register_of(*targets[i], reg)) return false;
        if (i == 0) found = reg;
        if (reg != found + i) return false;
    }
    if (targets.empty()) return false;
    first = found;
    return true;
}

// More targets than registers: pieces from the front, and a list of what is left for the next piece.
void Unit::unpack_long(const SourceSpan& span, const Expressions& targets, uint32_t starred, Register reg) {
    const auto count = static_cast<uint32_t>(targets.size());
    const Register rest = push();
    move(span, rest, reg);
    uint32_t next = 0;
    while (!compilation().is_over()) {
        const Temporaries temporaries(*this);
        const uint32_t limit = room() > most_targets + 2 ? most_targets : room() - 2;
        const bool is_last = count - next <= limit;
        uint32_t piece = is_last ? count - next : limit;
        if (!is_last && starred < next + piece) piece = starred - next;
        if (piece == 0) return compilation().fail(span, "too many expressions in star-unpacking assignment");
        const Register window = push(piece + 1);
        if (!is_last)
            emit_extra(span, Op::UNPACK_STAR, rest, window, piece, 0);
        else if (starred != count)
            emit_extra(span, Op::UNPACK_STAR, rest, window, starred - next, count - starred - 1);
        else
            emit(span, Op::UNPACK, rest, window, piece);
        for (uint32_t i = 0; i < piece; i++) {
            const Starred* star = targets[next + i]->try_as<Starred>();
            store_to(star == nullptr ? *targets[next + i] : *star->value, window + i);
        }
        if (is_last) return;
        move(span, rest, window + piece);
        next += piece;
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Augmented assignment.

void Unit::augmented(const AugAssign& node) {
    if (const Attribute* target = node.target->try_as<Attribute>()) {
        const Register object = stable_value(*target->value);
        const Register reg = push();
        const SourceSpan span = attribute_span(target->span, *target);
        const std::string_view name = mangle(compilation(), *scope_, target->attr);
        emit_site(span, Op::LOAD_ATTR, reg, object, 0, name);
        binary(node.span, node.op, true, reg, reg, *node.value);
        return emit_site(span, Op::STORE_ATTR, object, reg, 0, name);
    }
    if (const Subscript* target = node.target->try_as<Subscript>()) return augmented_item(node, *target);
    const Name& target = *node.target->as<Name>();
    const Place place = place_of(target.id);
    if (place.kind == PlaceKind::Register) {
        const Register left = operand(target, *node.value);
        binary(node.span, node.op, true, place.index, left, *node.value);
        return assigned_.add(place.index);
    }
    const Register reg = push();
    load(target.span, place, reg);
    binary(node.span, node.op, true, reg, reg, *node.value);
    store(target.span, place, reg);
}

void Unit::augmented_item(const AugAssign& node, const Subscript& target) {
    const Slice* slice = target.slice->try_as<Slice>();
    const Register object = stable_value(*target.value);
    const Register reg = push();
    uint32_t index = 0;
    if (slice != nullptr && slice->step == nullptr) {
        const Register window = push(2);
        slice_part(*slice, slice->lower, window);
        slice_part(*slice, slice->upper, window + 1);
        emit(target.span, Op::LOAD_SLICE, reg, object, window);
        binary(node.span, node.op, true, reg, reg, *node.value);
        return emit(target.span, Op::STORE_SLICE, object, reg, window);
    }
    if (small_index(*target.slice, index)) {
        emit(target.span, Op::LOAD_ITEM_I, reg, object, index);
        binary(node.span, node.op, true, reg, reg, *node.value);
        return emit(target.span, Op::STORE_ITEM_I, object, index, reg);
    }
    if (small_constant(*target.slice, index)) {
        emit(target.span, Op::LOAD_ITEM_K, reg, object, index);
        binary(node.span, node.op, true, reg, reg, *node.value);
        return emit(target.span, Op::STORE_ITEM_K, object, index, reg);
    }
    const Register key = stable_value(*target.slice);
    emit(target.span, Op::LOAD_ITEM, reg, object, key);
    binary(node.span, node.op, true, reg, reg, *node.value);
    emit(target.span, Op::STORE_ITEM, object, key, reg);
}

// ---------------------------------------------------------------------------------------------------------------------
// Annotated assignment and deletion.

void Unit::annotated(const AnnAssign& node) {
    if (node.value != nullptr) assign_to(*node.target, *node.value);
    if (node.target->is<Name>()) {
        if (node.simple && !host_.is_function()) deferred_annotation(node);
        return;
    }
    if (node.value != nullptr) return;
    // Without a value the target is evaluated all the same, but for its last step.
    if (const Attribute* target = node.target->try_as<Attribute>()) return effect(*target->value);
    if (const Subscript* target = node.target->try_as<Subscript>()) {
        effect(*target->value);
        effect(*target->slice);
    }
}

void Unit::delete_target(const Expression& target) {
    const Temporaries temporaries(*this);
    if (compilation().is_over()) return;
    if (const Name* name = target.try_as<Name>()) return remove(target.span, place_of(name->id));
    if (const Attribute* attribute = target.try_as<Attribute>()) {
        const Register object = value(*attribute->value);
        return emit_site(attribute_span(target.span, *attribute), Op::DELETE_ATTR, object, 0, 0,
                         mangle(compilation(), *scope_, attribute->attr));
    }
    if (const Subscript* item = target.try_as<Subscript>()) {
        const Register object = operand(*item->value, *item->slice);
        const Register key = bound_value(*item->slice);
        return emit(target.span, Op::DELETE_ITEM, object, key);
    }
    if (const Expressions* elements = sequence_elements(target))
        for (const Expression* element : *elements) delete_target(*element);
}

}  // namespace exmonty
