#include "vm/bytecode/verifier.h"

#include "vm/bytecode/intrinsic.h"

namespace exmonty {

namespace {

// Registers from a window's first one on that the instruction may touch.
uint64_t window_width(Op op, uint32_t word, uint32_t extra) {
    switch (op) {
        case Op::LOAD_METHOD:
        case Op::LOAD_SUPER_METHOD:
        case Op::LOAD_SUPER_ATTR:
            return op == Op::LOAD_METHOD ? 2 : 3;
        case Op::BUILD_SLICE:
        case Op::CALL_EX:
        case Op::EXCEPTION_INFO:
            return 3;
        case Op::LOAD_SLICE:
        case Op::STORE_SLICE:
        case Op::END_FINALLY:
            return 2;
        case Op::BEFORE_WITH:
            return 4;
        case Op::UNPACK:
        case Op::BUILD_LIST:
        case Op::BUILD_TUPLE:
        case Op::BUILD_SET:
        case Op::BUILD_STRING:
            return c_of(word);
        case Op::UNPACK_STAR:
            return uint64_t{c_of(word)} + extra + 1;
        case Op::BUILD_MAP:
            return uint64_t{c_of(word)} * 2;
        case Op::CALL_INTRINSIC:
            return b_of(word);
        case Op::CALL:
        case Op::CALL_KW:
            return uint64_t{b_of(word)} + 1;
        case Op::CALL_METHOD:
        case Op::CALL_METHOD_KW:
            return uint64_t{b_of(word)} + 2;
        case Op::MAKE_FUNCTION: {
            uint64_t width = 1;
            for (uint32_t bit = 0; bit < 4; bit++)
                if ((b_of(word) >> bit & 1) != 0) width = bit + 2;
            return width;
        }
        default:
            return 1;
    }
}

bool ends_path(Op op) {
    return op == Op::JUMP || op == Op::RETURN || op == Op::RETURN_NONE || op == Op::RAISE || op == Op::RAISE_FROM ||
           op == Op::RERAISE || op == Op::RAISE_ACTIVE;
}

class Verifier {
  public:
    Verifier(const CodeView& code, std::span<uint64_t> memory) : code_(code), starts_(memory) {}

    bool verify() { return counts() && instructions() && jumps() && tables(); }

  private:
    bool has(CodeFlag flag) const { return (code_.flags & static_cast<uint32_t>(flag)) != 0; }
    bool is_register(uint64_t number) const { return number < code_.register_count; }
    bool is_constant(uint32_t number, ConstantKind kind) const {
        return number < code_.constant_count && code_.kind_of(code_.context, number) == kind;
    }
    bool is_start(uint64_t pc) const {
        return pc < code_.words.size() && (starts_[pc / 64] >> (pc % 64) & 1) != 0;
    }
    bool is_boundary(uint64_t pc) const { return pc == code_.words.size() || is_start(pc); }
    bool is_range(uint32_t start, uint32_t end) const {
        return start < end && is_start(start) && is_boundary(end);
    }

    bool counts() const;
    bool instructions();
    bool instruction(Op op, uint32_t word, uint32_t extra) const;
    bool operand(Operand role, Op op, uint32_t byte, uint32_t word, uint32_t extra) const;
    bool number(Op op, uint32_t number) const;
    bool site(Op op, uint32_t word, uint32_t site) const;
    bool particular(Op op, uint32_t word, uint32_t extra) const;
    bool jumps() const;
    bool tables() const;

    const CodeView& code_;
    std::span<uint64_t> starts_;
};

bool Verifier::counts() const {
    if (code_.words.empty() || code_.words.size() > INT32_MAX) return false;
    if (starts_.size() < verifier_words(code_.words.size())) return false;
    if (code_.register_count > register_limit || code_.register_locals > register_locals_limit) return false;
    if (code_.register_locals > code_.register_count || code_.register_locals > code_.local_count) return false;
    if (code_.local_count > code_.register_locals && code_.register_locals == code_.register_count) return false;
    if (code_.positional_only_count > code_.positional_count) return false;
    const uint64_t parameters = uint64_t{code_.positional_count} + code_.keyword_only_count +
                                has(CodeFlag::VarArgs) + has(CodeFlag::VarKeywords);
    if (parameters > code_.local_count) return false;
    return code_.docstring == UINT32_MAX || is_constant(code_.docstring, ConstantKind::Str);
}

bool Verifier::instructions() {
    for (uint64_t& word : starts_) word = 0;
    bool goes_on = true;
    size_t pc = 0;
    while (pc < code_.words.size()) {
        const uint32_t word = code_.words[pc];
        if ((word & 0xff) >= op_count) return false;
        const Op op = op_of(word);
        const uint32_t width = info(op).width();
        if (width > code_.words.size() - pc) return false;
        if (!instruction(op, word, width == 2 ? code_.words[pc + 1] : 0)) return false;
        starts_[pc / 64] |= uint64_t{1} << (pc % 64);
        goes_on = !ends_path(op);
        pc += width;
    }
    return !goes_on;
}

bool Verifier::instruction(Op op, uint32_t word, uint32_t extra) const {
    const OpInfo& about = info(op);
    if (!operand(about.a, op, a_of(word), word, extra)) return false;
    if (about.b == Operand::Low) {
        if (!number(op, bc_of(word))) return false;
    } else if (!operand(about.b, op, b_of(word), word, extra) || !operand(about.c, op, c_of(word), word, extra)) {
        return false;
    }
    if (about.extra == Extra::Site && !site(op, word, extra)) return false;
    if (about.extra == Extra::Const && extra >= code_.constant_count) return false;
    return particular(op, word, extra);
}

bool Verifier::operand(Operand role, Op op, uint32_t byte, uint32_t word, uint32_t extra) const {
    switch (role) {
        case Operand::None:
            return byte == 0;
        case Operand::Read:
        case Operand::Write:
        case Operand::Both:
            return is_register(byte);
        case Operand::Window:
            // An empty window still names a register.
            return is_register(byte) && byte + window_width(op, word, extra) <= code_.register_count;
        case Operand::Const:
            return byte < code_.constant_count;
        case Operand::Imm:
        case Operand::Count:
        case Operand::Low:
        case Operand::High:
            return true;
    }
    return false;
}

bool Verifier::number(Op op, uint32_t number) const {
    if (op == Op::LOAD_INT) return true;
    if (op == Op::LOAD_CONST) return number < code_.constant_count;
    return number < code_.free_count;
}

bool Verifier::site(Op op, uint32_t word, uint32_t site) const {
    if (site >= code_.sites.size()) return false;
    const uint32_t constant = code_.sites[site];
    if (op != Op::CALL_KW && op != Op::CALL_METHOD_KW) return is_constant(constant, ConstantKind::Str);
    return is_constant(constant, ConstantKind::Tuple) && code_.is_tuple_of_names(code_.context, constant) &&
           code_.size_of(code_.context, constant) <= b_of(word);
}

// What the roles of the operands do not say.
bool Verifier::particular(Op op, uint32_t word, uint32_t extra) const {
    const size_t spilled = code_.local_count - code_.register_locals;
    switch (op) {
        case Op::CHECK_LOCAL:
        case Op::DELETE_LOCAL:
        case Op::DELETE_CELL:
            return a_of(word) < code_.register_locals;
        case Op::LOAD_CELL:
            return b_of(word) < code_.register_locals;
        case Op::NEW_SPILL:
            return extra == spilled;
        case Op::LOAD_SPILL:
        case Op::STORE_SPILL:
        case Op::DELETE_SPILL:
        case Op::LOAD_SPILL_CELL:
        case Op::DELETE_SPILL_CELL:
            return extra < spilled;
        case Op::LOAD_FREE_OR_NAME:
            return c_of(word) < code_.free_count;
        case Op::LOAD_GLOBAL:
        case Op::JUMP_IF:
        case Op::JUMP_IF_NONE:
            return b_of(word) <= 1;
        case Op::JUMP_LT:
        case Op::JUMP_LE:
        case Op::JUMP_EQ:
        case Op::JUMP_NE:
        case Op::JUMP_GT:
        case Op::JUMP_GE:
        case Op::JUMP_LT_K:
        case Op::JUMP_LE_K:
        case Op::JUMP_EQ_K:
        case Op::JUMP_NE_K:
        case Op::JUMP_GT_K:
        case Op::JUMP_GE_K:
        case Op::JUMP_LT_I:
        case Op::JUMP_LE_I:
        case Op::JUMP_EQ_I:
        case Op::JUMP_NE_I:
        case Op::JUMP_GT_I:
        case Op::JUMP_GE_I:
        case Op::JUMP_IS:
        case Op::JUMP_IN:
            return c_of(word) <= 1;
        case Op::GET_ITER:
        case Op::MATCH_KIND:
            return c_of(word) <= 1;
        case Op::CALL_INTRINSIC:
            return b_of(word) > 0 && c_of(word) < intrinsic_count;
        case Op::CALL_EX:
            return b_of(word) <= 1;
        case Op::CONVERT:
            return c_of(word) >= 1 && c_of(word) <= 3;
        case Op::MAKE_FUNCTION:
            return b_of(word) <= 15 && is_constant(extra, ConstantKind::Code);
        case Op::YIELD:
        case Op::YIELD_FROM:
            return has(CodeFlag::Generator);
        default:
            return true;
    }
}

bool Verifier::jumps() const {
    for (size_t pc = 0; pc < code_.words.size();) {
        const OpInfo& about = info(op_of(code_.words[pc]));
        pc += about.width();
        if (about.extra != Extra::Jump) continue;
        const int64_t target = static_cast<int64_t>(pc) + static_cast<int32_t>(code_.words[pc - 1]);
        if (target < 0 || !is_start(static_cast<uint64_t>(target))) return false;
    }
    return true;
}

bool Verifier::tables() const {
    for (const HandlerRow& row : code_.handlers)
        if (!is_range(row.start, row.end) || !is_start(row.handler) || !is_register(row.target)) return false;
    for (const ActiveRow& row : code_.active)
        if (!is_range(row.start, row.end) || !is_register(row.target)) return false;
    for (size_t i = 0; i < code_.positions.size(); i++) {
        if (!is_start(code_.positions[i].pc)) return false;
        if (i > 0 && code_.positions[i].pc <= code_.positions[i - 1].pc) return false;
    }
    return true;
}

const CodeData& data_of(const void* context) { return *static_cast<const CodeData*>(context); }

}  // namespace

CodeView view_of(const CodeData& code) {
    CodeView view;
    view.words = code.words;
    view.sites = code.sites;
    view.handlers = code.handlers;
    view.active = code.active;
    view.positions = code.positions;
    view.flags = code.flags;
    view.positional_only_count = code.positional_only_count;
    view.positional_count = code.positional_count;
    view.keyword_only_count = code.keyword_only_count;
    view.register_count = code.register_count;
    view.register_locals = code.register_locals;
    view.docstring = code.docstring;
    view.local_count = code.local_names.size();
    view.free_count = code.free_names.size();
    view.constant_count = code.constants.size();
    view.context = &code;
    view.kind_of = [](const void* context, uint32_t index) { return data_of(context).constants[index].kind; };
    view.size_of = [](const void* context, uint32_t index) { return data_of(context).constants[index].items.size(); };
    view.is_tuple_of_names = [](const void* context, uint32_t index) {
        const CodeData& data = data_of(context);
        for (const uint32_t item : data.constants[index].items)
            if (item >= index || data.constants[item].kind != ConstantKind::Str) return false;
        return true;
    };
    return view;
}

bool verify(const CodeView& code, std::span<uint64_t> memory) { return Verifier(code, memory).verify(); }

}  // namespace exmonty
