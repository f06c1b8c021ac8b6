// Builds one code object: instructions, jumps between labels, constants, sites and tables.
#pragma once

#include "vm/base/arena.h"
#include "vm/base/source_span.h"
#include "vm/bytecode/code.h"
#include "vm/bytecode/constant_pool.h"
#include "vm/bytecode/opcode.h"

namespace exmonty {

// A place that jumps name before or after it is known. Jumps to it that wait for their distance form a chain through
// their own second words.
struct Label {
    static constexpr uint32_t Nowhere = UINT32_MAX;

    uint32_t position = Nowhere;
    uint32_t waiting = Nowhere;  // word index of the newest waiting distance

    bool is_bound() const { return position != Nowhere; }
    bool is_awaited() const { return waiting != Nowhere; }
};

class Assembler {
  public:
    explicit Assembler(Arena& arena);

    // Where the next instruction goes.
    uint32_t here() const { return static_cast<uint32_t>(words_.size()); }
    // The same for tables: what stands before stays there.
    uint32_t fix_here() { return fixed_ = here(); }

    void emit(const SourceSpan& span, Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
    // B and C are the halves of `number`.
    void emit_low_high(const SourceSpan& span, Op op, uint32_t a, uint32_t number);
    void emit_extra(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, uint32_t extra);
    void emit_jump(const SourceSpan& span, Op op, uint32_t a, uint32_t b, uint32_t c, Label& to);
    void bind(Label& label);

    ConstantPool& constants() { return constants_; }
    // A new site whose constant is the one with this index.
    uint32_t site(uint32_t constant);

    // Rows come innermost first.
    void add_handler(const HandlerRow& row) { handlers_.push(row); }
    void add_active(const ActiveRow& row) { active_.push(row); }

    // Adds instructions, constants and tables to what the caller has filled in.
    void finish(CodeData& code);

  private:
    void place(const SourceSpan& span);
    void put(uint32_t word) {
        const size_t before = words_.size();
        words_.push(word);
        was_refused_ = was_refused_ || words_.size() == before;
    }
    void drop_jump_to_here(Label& label);

    ArenaVector<uint32_t> words_;
    ArenaVector<uint32_t> sites_;
    ArenaVector<HandlerRow> handlers_;
    ArenaVector<ActiveRow> active_;
    ArenaVector<PositionRow> positions_;
    ConstantPool constants_;
    SourceSpan last_span_;
    bool was_refused_ = false;  // words are missing, so labels mean nothing any more
    uint32_t fixed_ = 0;  // a label or a table has named this place
};

}  // namespace exmonty
