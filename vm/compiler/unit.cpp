#include "vm/compiler/unit.h"

namespace exmonty {

namespace {

// Registers that one visitor needs for itself while it holds none for operands.
constexpr uint32_t visitor_registers = 32;
// What statements leave to the expressions in them at least.
constexpr uint32_t expression_registers = 56;
constexpr uint32_t most_block_registers = 90;

uint32_t local_registers(const Scope& host) {
    uint32_t held = host.block_registers;
    if (held > most_block_registers) held = most_block_registers;
    uint32_t limit = register_limit - expression_registers - held;
    if (limit > register_locals_limit) limit = register_locals_limit;
    const auto count = static_cast<uint32_t>(host.locals.size());
    return count < limit ? count : limit;
}

}  // namespace

Unit::Unit(CompileState& state, Scope& scope, Unit* parent, std::string_view name)
    : state_(state),
      host_(scope),
      scope_(&scope),
      parent_(parent),
      code_(state.compilation.arena.create<CodeData>()),
      assembler_(state.compilation.arena),
      blocks_(state.compilation.arena),
      static_attributes_(state.compilation.arena) {
    code_->name = name;
    code_->qualified_name = qualified_name(name);
    register_locals_ = local_registers(scope);
    first_temporary_ = register_locals_;
    if (scope.locals.size() > register_locals_) spill_ = first_temporary_++;
    top_ = used_ = expression_base_ = first_temporary_;
    if (state.options.is_prelude) code_->flags |= static_cast<uint32_t>(CodeFlag::Prelude);
    if (scope.is_generator) code_->flags |= static_cast<uint32_t>(CodeFlag::Generator);
    if (scope.is_nested) code_->flags |= static_cast<uint32_t>(CodeFlag::Nested);
}

std::string_view Unit::qualified_name(std::string_view name) const {
    if (parent_ == nullptr || parent_->host_.kind == ScopeKind::Module) return name;
    const Scope& around = parent_->host_;
    const bool is_named = host_.kind == ScopeKind::Function || host_.kind == ScopeKind::Class;
    if (is_named) {
        const Symbol* symbol = parent_->scope_->find(mangle(state_.compilation, around, name));
        if (symbol != nullptr && symbol->binding == NameBinding::GlobalExplicit) return name;
    }
    const std::string_view before = parent_->code_->qualified_name;
    return state_.compilation.concatenate(before, around.kind == ScopeKind::Class ? "." : ".<locals>.", name);
}

// Makes the cells, the array of spilled locals and what else is there before the first statement.
void Unit::prologue(const SourceSpan& span) {
    if (host_.locals.size() > register_locals_ && host_.parameter_count <= register_locals_)
        emit_extra(span, Op::NEW_SPILL, spill_, 0, 0, static_cast<uint32_t>(host_.locals.size()) - register_locals_);
    // Comprehensions make the cells of their variables themselves.
    for (uint32_t slot = 0; slot < host_.own_locals; slot++) {
        const Symbol& symbol = *host_.locals[slot];
        const bool is_parameter = slot < host_.parameter_count;
        const bool is_cell = symbol.binding == NameBinding::Cell;
        if (slot < register_locals_) {
            if (symbol.has(NameUse::Deleted) && !is_cell) deletable_.add(slot);
            if (is_parameter && !is_cell) assigned_.add(slot);
            if (is_cell) emit(span, Op::MAKE_CELL, slot);
        } else if (is_cell) {
            const Temporaries temporaries(*this);
            const Register cell = push();
            const uint32_t number = spill_number(slot);
            if (is_parameter)
                emit_extra(span, Op::LOAD_SPILL, cell, spill_, 0, number);
            else
                emit(span, Op::CLEAR, cell);
            emit(span, Op::MAKE_CELL, cell);
            emit_extra(span, Op::STORE_SPILL, cell, spill_, 0, number);
        }
    }
}

const CodeData* Unit::finish(std::string_view docstring, bool has_docstring) {
    if (is_reachable_) emit({}, Op::RETURN_NONE);
    if (has_docstring) code_->docstring = assembler_.constants().str(docstring);
    if (host_.frees.size() > UINT16_MAX) compilation().fail({}, "too many free variables");
    auto* names = static_cast<std::string_view*>(
        arena().allocate_bytes(host_.locals.size() * sizeof(std::string_view)));
    if (names != nullptr) {
        for (size_t i = 0; i < host_.locals.size(); i++) names[i] = host_.locals[i]->name;
        code_->local_names = {names, host_.locals.size()};
    }
    code_->free_names = {host_.frees.data(), host_.frees.size()};
    code_->register_locals = register_locals_;
    code_->register_count = used_;
    assembler_.finish(*code_);
    return code_;
}

void Unit::emit(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c) {
    if (is_reachable_) assembler_.emit(span, op, a, b, c);
}

void Unit::emit_low_high(const SourceSpan& span, Op op, uint32_t a, uint32_t number) {
    if (is_reachable_) assembler_.emit_low_high(span, op, a, number);
}

void Unit::emit_site(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, std::string_view name) {
    if (!is_reachable_) return;
    const uint32_t site = assembler_.site(assembler_.constants().str(name));
    assembler_.emit_extra(span, op, a, b, c, site);
}

void Unit::emit_extra(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, uint32_t extra) {
    if (is_reachable_) assembler_.emit_extra(span, op, a, b, c, extra);
}

void Unit::emit_jump(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, Target& to) {
    if (!is_reachable_) return;
    assembler_.emit_jump(span, op, a, b, c, to.label);
    if (to.label.is_bound()) return;
    if (to.is_reached)
        to.assigned.intersect(assigned_);
    else
        to.assigned = assigned_;
    to.is_reached = true;
}

void Unit::jump(const SourceSpan& span, Target& to) {
    emit_jump(span, Op::JUMP, 0, 0, 0, to);
    end_path();
}

void Unit::bind(Target& target) {
    assembler_.bind(target.label);
    if (!target.is_reached) return;
    if (is_reachable_)
        assigned_.intersect(target.assigned);
    else
        assigned_ = target.assigned;
    is_reachable_ = true;
}

// The start of a loop, which is jumped to from further down: what the loop unbinds may be unbound.
void Unit::bind_backward(Target& target) {
    assembler_.bind(target.label);
    assigned_.subtract(deletable_);
}

Register Unit::push(uint32_t count) {
    const Register first = top_;
    if (top_ + count > register_limit) {
        compilation().fail(host_.locals.empty() ? SourceSpan{} : host_.locals[0]->declared,
                           "too many values are needed at once");
        return first_temporary_;
    }
    top_ += count;
    if (top_ > used_) used_ = top_;
    return first;
}

uint32_t Unit::room() const {
    return top_ + visitor_registers < register_limit ? register_limit - visitor_registers - top_ : 0;
}

bool Unit::small_constant(const Expression& node, uint32_t& index) {
    const Literal* literal = fold(node);
    if (literal == nullptr) return false;
    index = constant(*literal);
    return index < 256;
}

void Unit::load_constant(const SourceSpan& span, uint32_t index, Register target) {
    if (index < 65536)
        emit_low_high(span, Op::LOAD_CONST, target, index);
    else
        emit_extra(span, Op::LOAD_CONST_WIDE, target, 0, 0, index);
}

void Unit::load_literal(const SourceSpan& span, const Literal& literal, Register target) {
    if (!is_reachable_) return;
    if (literal.kind == ConstantKind::Int && literal.number >= INT16_MIN && literal.number <= INT16_MAX)
        emit_low_high(span, Op::LOAD_INT, target, static_cast<uint16_t>(literal.number));
    else
        load_constant(span, constant(literal), target);
}

void Unit::load_integer(const SourceSpan& span, int64_t number, Register target) {
    load_literal(span, Literal{.kind = ConstantKind::Int, .number = number}, target);
}

void Unit::load_none(const SourceSpan& span, Register target) { load_literal(span, Literal{}, target); }

void Unit::load_str(const SourceSpan& span, std::string_view text, Register target) {
    load_literal(span, Literal{.kind = ConstantKind::Str, .text = text}, target);
}

}  // namespace exmonty
