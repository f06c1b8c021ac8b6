// Variables: where a name lives, and reading, writing and unbinding it there.
#include "vm/compiler/unit.h"

namespace exmonty {

Place Unit::local_place(const Symbol& symbol, bool is_cell) {
    Place place{PlaceKind::Register, symbol.slot, symbol.name, &symbol};
    if (symbol.slot < register_locals_) {
        if (is_cell) place.kind = PlaceKind::Cell;
    } else {
        place.kind = is_cell ? PlaceKind::SpillCell : PlaceKind::Spill;
        place.index = spill_number(symbol.slot);
    }
    return place;
}

Place Unit::place_of(std::string_view name) {
    const std::string_view mangled = mangle(compilation(), *scope_, name);
    const Symbol* symbol = scope_->find(mangled);
    if (symbol == nullptr) return Place{PlaceKind::Global, 0, mangled};
    return place_of_symbol(*symbol);
}

Place Unit::place_of_symbol(const Symbol& named) {
    const Symbol* symbol = &named;
    // Only the namespace's own code sees it; comprehensions in a class body do not.
    const bool sees_namespace = has_namespace_ && scope_ == &host_;
    switch (symbol->binding) {
        case NameBinding::Enclosed:
            symbol = symbol->enclosed;
            return local_place(*symbol, symbol->binding == NameBinding::Cell);
        case NameBinding::Local:
            if (scope_->kind == ScopeKind::Class) return Place{PlaceKind::Name, 0, symbol->name};
            if (scope_->kind == ScopeKind::Module) return Place{PlaceKind::Global, 0, symbol->name};
            return local_place(*symbol, false);
        case NameBinding::Cell:
            return local_place(*symbol, true);
        case NameBinding::Free: {
            const uint32_t index = host_.find(symbol->name)->free_index;
            return Place{sees_namespace ? PlaceKind::FreeOrName : PlaceKind::Free, index, symbol->name};
        }
        case NameBinding::GlobalImplicit:
            return Place{sees_namespace ? PlaceKind::Name : PlaceKind::Global, 0, symbol->name};
        case NameBinding::GlobalExplicit:
        case NameBinding::Unresolved:
            break;
    }
    return Place{PlaceKind::Global, 0, symbol->name};
}

void Unit::check_local(const SourceSpan& span, Register reg) {
    if (!is_local(reg) || assigned_.has(reg)) return;
    emit(span, Op::CHECK_LOCAL, reg);
    assigned_.add(reg);
}

void Unit::load(const SourceSpan& span, const Place& place, Register target) {
    switch (place.kind) {
        case PlaceKind::Register:
            check_local(span, place.index);
            return move(span, target, place.index);
        case PlaceKind::Spill:
            return emit_extra(span, Op::LOAD_SPILL, target, spill_, 0, place.index);
        case PlaceKind::Cell:
            return emit(span, Op::LOAD_CELL, target, place.index);
        case PlaceKind::SpillCell:
            return emit_extra(span, Op::LOAD_SPILL_CELL, target, spill_, 0, place.index);
        case PlaceKind::Free:
            return emit_low_high(span, Op::LOAD_FREE, target, place.index & UINT16_MAX);
        case PlaceKind::FreeOrName:
            if (place.index > UINT8_MAX) compilation().fail(span, "too many free variables in a class body");
            return emit_site(span, Op::LOAD_FREE_OR_NAME, target, namespace_, place.index & UINT8_MAX, place.name);
        case PlaceKind::Name:
            return emit_site(span, Op::LOAD_NAME, target, namespace_, 0, place.name);
        case PlaceKind::Global:
            return emit_site(span, Op::LOAD_GLOBAL, target, 0, 0, place.name);
    }
}

void Unit::store(const SourceSpan& span, const Place& place, Register value) {
    const Temporaries temporaries(*this);
    switch (place.kind) {
        case PlaceKind::Register:
            move(span, place.index, value);
            return assigned_.add(place.index);
        case PlaceKind::Spill:
            return emit_extra(span, Op::STORE_SPILL, value, spill_, 0, place.index);
        case PlaceKind::Cell:
            return emit(span, Op::STORE_CELL, place.index, value);
        case PlaceKind::SpillCell: {
            const Register cell = push();
            emit_extra(span, Op::LOAD_SPILL, cell, spill_, 0, place.index);
            return emit(span, Op::STORE_CELL, cell, value);
        }
        case PlaceKind::Free:
        case PlaceKind::FreeOrName:
            return emit_low_high(span, Op::STORE_FREE, value, place.index & UINT16_MAX);
        case PlaceKind::Name:
            return emit_site(span, Op::STORE_NAME, namespace_, value, 0, place.name);
        case PlaceKind::Global:
            return emit_site(span, Op::STORE_GLOBAL, value, 0, 0, place.name);
    }
}

void Unit::remove(const SourceSpan& span, const Place& place) {
    switch (place.kind) {
        case PlaceKind::Register:
            emit(span, Op::DELETE_LOCAL, place.index);
            return assigned_.remove(place.index);
        case PlaceKind::Spill:
            return emit_extra(span, Op::DELETE_SPILL, 0, spill_, 0, place.index);
        case PlaceKind::Cell:
            return emit(span, Op::DELETE_CELL, place.index);
        case PlaceKind::SpillCell:
            return emit_extra(span, Op::DELETE_SPILL_CELL, 0, spill_, 0, place.index);
        case PlaceKind::Free:
        case PlaceKind::FreeOrName:
            return emit_low_high(span, Op::DELETE_FREE, 0, place.index & UINT16_MAX);
        case PlaceKind::Name:
            return emit_site(span, Op::DELETE_NAME, 0, namespace_, 0, place.name);
        case PlaceKind::Global:
            return emit_site(span, Op::DELETE_GLOBAL, 0, 0, 0, place.name);
    }
}

// Unbinds a variable whether or not it is bound: `name = None; del name`.
void Unit::clear_variable(const SourceSpan& span, const Place& place) {
    if (place.kind == PlaceKind::Register) {
        emit(span, Op::CLEAR, place.index);
        return assigned_.remove(place.index);
    }
    const Temporaries temporaries(*this);
    const Register none = push();
    load_none(span, none);
    store(span, place, none);
    remove(span, place);
}

// The cell of a variable that a function made in scope `from` captures.
void Unit::load_cell_itself(const SourceSpan& span, const Scope& from, std::string_view name, Register target) {
    const Symbol* symbol = from.find(name);
    if (from.kind == ScopeKind::Class) {
        for (const Symbol* cell : {from.class_cell, from.dictionary_cell, from.conditional_cell})
            if (cell->name == name && cell->binding == NameBinding::Cell) symbol = cell;
    }
    if (symbol->binding == NameBinding::Enclosed) symbol = symbol->enclosed;
    if (symbol->binding != NameBinding::Cell)
        return emit_low_high(span, Op::LOAD_CLOSURE, target, host_.find(name)->free_index & UINT16_MAX);
    const Place place = local_place(*symbol, true);
    if (place.kind == PlaceKind::Cell)
        move(span, target, place.index);
    else
        emit_extra(span, Op::LOAD_SPILL, target, spill_, 0, place.index);
}

}  // namespace exmonty
