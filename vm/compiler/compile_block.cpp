// The blocks around a statement, and what leaving them takes: the exit calls of with statements, finally bodies, the
// unbinding of a handler's name. While such code runs, the tables no longer count the blocks that are being left.
#include "vm/compiler/unit.h"

namespace exmonty {

namespace {

// As many as CPython allows.
constexpr uint32_t most_static_blocks = 21;

}  // namespace

Block& Unit::enter_block(const SourceSpan& span, BlockKind kind, Register exception) {
    if (kind != BlockKind::Iterator && ++static_blocks_ > most_static_blocks)
        compilation().fail(span, "too many statically nested blocks");
    Block block{};
    block.kind = kind;
    block.span = span;
    block.exception = exception;
    block.start = assembler_.fix_here();
    const size_t before = blocks_.size();
    blocks_.push(block);
    if (blocks_.size() > before) return blocks_.back();
    spare_blocks_++;
    return spare_block_ = block;
}

void Unit::close_rows(Block& block) {
    const uint32_t end = assembler_.fix_here();
    if (!block.has_rows() || block.start >= end) return;
    Stretch* stretch = arena().create<Stretch>(Stretch{block.start, end, nullptr});
    (block.first == nullptr ? block.first : block.last->next) = stretch;
    block.last = stretch;
    block.start = end;
}

// Ends the block; the caller adds its rows with add_rows() when it knows the handler.
Block Unit::leave_block() {
    if (spare_blocks_ > 0) {
        spare_blocks_--;
        return spare_block_;
    }
    close_rows(blocks_.back());
    if (blocks_.back().kind != BlockKind::Iterator) static_blocks_--;
    return blocks_.pop();
}

void Unit::add_rows(const Block& block, uint32_t handler) {
    for (const Stretch* stretch = block.first; stretch != nullptr; stretch = stretch->next) {
        if (block.is_active_row())
            assembler_.add_active({stretch->start, stretch->end, block.exception});
        else
            assembler_.add_handler({stretch->start, stretch->end, handler, block.exception});
    }
}

bool Unit::is_exit_plain() const {
    for (const Block& block : blocks_)
        if (block.kind == BlockKind::Finally || block.kind == BlockKind::With ||
            block.kind == BlockKind::NamedHandler || block.kind == BlockKind::StarHandler || block.kind == BlockKind::Iterator)
            return false;
    return true;
}

// Where the value of a return is computed.
Register Unit::return_register() {
    for (size_t i = blocks_.size(); i > 0; i--) {
        const Block& block = blocks_[i - 1];
        if (block.kind == BlockKind::Finally) return block.finally->value();
        if (block.kind == BlockKind::With || block.kind == BlockKind::NamedHandler) break;
    }
    return push();
}

// `value` is what a return takes along, in a temporary.
bool Unit::run_exits(const SourceSpan& span, size_t depth, Exit exit, Register value) {
    for (size_t i = blocks_.size(); i > depth; i--) {
        close_rows(blocks_[i - 1]);
        blocks_[i - 1].is_left = true;
        const Block block = blocks_[i - 1];
        switch (block.kind) {
            case BlockKind::NamedHandler:
                clear_variable(span, place_of(block.handler->name));
                break;
            case BlockKind::StarHandler:
                compilation().fail(span, "'break', 'continue' and 'return' cannot appear in an except* block");
                break;
            case BlockKind::Iterator:
                emit(block.span, Op::CLOSE_ITER, block.exit);
                break;
            case BlockKind::With:
                call_exit(block.span, block.exit);
                break;
            case BlockKind::Handler:
                if (exit != Exit::Return) emit(span, Op::CLEAR, block.exception);
                break;
            case BlockKind::Finally: {
                FinallyState& state = *block.finally;
                if (is_reachable_) state.exits[static_cast<size_t>(exit)] = true;
                if (exit == Exit::Return) move(span, state.value(), value);
                load_integer(span, static_cast<int64_t>(exit), state.completion);
                emit(span, Op::CLEAR, state.exception());
                // The blocks that are not reached yet are left when the finally body has run.
                jump(span, state.entry);
                return false;
            }
            case BlockKind::Loop:
            case BlockKind::Body:
            case BlockKind::FinallyBody:
                break;
        }
    }
    return true;
}

// What follows belongs again to the blocks that were left.
void Unit::reopen_rows() {
    for (size_t i = blocks_.size(); i > 0 && blocks_[i - 1].is_left; i--) {
        blocks_[i - 1].start = assembler_.fix_here();
        blocks_[i - 1].is_left = false;
    }
}

void Unit::return_from(const SourceSpan& span, Register value) {
    if (run_exits(span, 0, Exit::Return, value)) {
        emit(span, Op::RETURN, value);
        end_path();
    }
    reopen_rows();
}

}  // namespace exmonty
