#include "vm/bytecode/assembler.h"

#include <cassert>

namespace exmonty {

namespace {

template <typename T>
std::span<const T> view(const ArenaVector<T>& vector) {
    return {vector.data(), vector.size()};
}

}  // namespace

Assembler::Assembler(Arena& arena)
    : words_(arena), sites_(arena), handlers_(arena), active_(arena), positions_(arena), constants_(arena) {}

void Assembler::place(const SourceSpan& span) {
    if (!positions_.empty() && span == last_span_) return;
    positions_.push({here(), span.line, span.end_line, span.column, span.end_column});
    last_span_ = span;
}

void Assembler::emit(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c) {
    assert(info(op).width() == 1 && a < 256 && b < 256 && c < 256);
    place(span);
    put(instruction(op, a, b, c));
}

void Assembler::emit_low_high(const SourceSpan& span, Op op, uint32_t a, uint32_t number) {
    assert(info(op).width() == 1 && a < 256 && number < 65536);
    place(span);
    put(instruction_low_high(op, a, number));
}

void Assembler::emit_extra(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, uint32_t extra) {
    assert(info(op).width() == 2 && a < 256 && b < 256 && c < 256);
    place(span);
    put(instruction(op, a, b, c));
    put(extra);
}

void Assembler::emit_jump(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, Label& to) {
    assert(info(op).extra == Extra::Jump);
    const uint32_t at = here() + 1;
    if (to.is_bound()) {
        emit_extra(span, op, a, b, c, to.position - (at + 1));
    } else {
        emit_extra(span, op, a, b, c, to.waiting);
        to.waiting = at;
    }
}

// A jump to the instruction behind it is taken back.
void Assembler::drop_jump_to_here(Label& label) {
    const uint32_t size = here();
    if (size < 2 || label.waiting != size - 1 || fixed_ == size || op_of(words_[size - 2]) != Op::JUMP) return;
    label.waiting = words_[size - 1];
    words_.shrink(size - 2);
    while (!positions_.empty() && positions_.back().pc >= here()) positions_.pop();
    if (positions_.empty()) return;
    const PositionRow& row = positions_.back();
    last_span_ = SourceSpan{row.line, row.column, row.end_line, row.end_column};
}

void Assembler::bind(Label& label) {
    assert(!label.is_bound());
    if (was_refused_) {
        label.position = here();
        return;
    }
    drop_jump_to_here(label);
    label.position = fix_here();
    while (label.is_awaited()) {
        const uint32_t at = label.waiting;
        label.waiting = words_[at];
        words_[at] = label.position - (at + 1);
    }
}

uint32_t Assembler::site(uint32_t constant) {
    sites_.push(constant);
    return static_cast<uint32_t>(sites_.size() - 1);
}

void Assembler::finish(CodeData& code) {
    code.words = view(words_);
    code.sites = view(sites_);
    code.constants = constants_.all();
    code.handlers = view(handlers_);
    code.active = view(active_);
    code.positions = view(positions_);
}

}  // namespace exmonty
