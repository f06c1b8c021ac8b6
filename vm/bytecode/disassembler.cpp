#include "vm/bytecode/disassembler.h"

#include <charconv>

namespace exmonty {

namespace {

void number(TextSink& sink, int64_t value) {
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    sink.append(std::string_view(digits, static_cast<size_t>(end - digits)));
}

void pad(TextSink& sink, size_t line_start, size_t column) {
    while (sink.size < line_start + column && sink.append(' ')) {
    }
}

void quoted(TextSink& sink, std::string_view text, char quote) {
    constexpr size_t longest = 60;
    constexpr char hex[] = "0123456789abcdef";
    sink.append(quote);
    for (const char byte : text.substr(0, longest)) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\n') {
            sink.append("\\n");
        } else if (code < 0x20 || code == 0x7F) {
            sink.append("\\x");
            sink.append(hex[code >> 4]);
            sink.append(hex[code & 15]);
        } else {
            if (byte == quote || byte == '\\') sink.append('\\');
            sink.append(byte);
        }
    }
    if (text.size() > longest) sink.append("...");
    sink.append(quote);
}

class Disassembly {
  public:
    Disassembly(const CodeData& code, TextSink& sink) : code_(code), sink_(sink) {}

    void write();

  private:
    void header();
    void names(std::string_view title, std::span<const std::string_view> list);
    void instruction(uint32_t pc);
    void operand(Operand role, uint32_t byte, std::string_view& separator);
    void register_name(uint32_t reg);
    void constant(uint32_t index, int depth);
    void sequence(const Constant& constant, char open, char close, int depth);
    void extra(Extra kind, uint32_t pc, uint32_t word, std::string_view& separator);
    void position(uint32_t pc);
    void rows();

    const CodeData& code_;
    TextSink& sink_;
    size_t next_position_ = 0;
};

void Disassembly::names(std::string_view title, std::span<const std::string_view> list) {
    if (list.empty()) return;
    sink_.append("  ");
    sink_.append(title);
    for (std::string_view name : list) {
        sink_.append(' ');
        sink_.append(name);
    }
    sink_.append('\n');
}

void Disassembly::header() {
    sink_.append("code ");
    sink_.append(code_.qualified_name);
    sink_.append(", line ");
    number(sink_, code_.first_line);
    sink_.append(", registers ");
    number(sink_, code_.register_count);
    if (code_.register_locals != code_.local_names.size()) {
        sink_.append(", locals in registers ");
        number(sink_, code_.register_locals);
    }
    if (code_.positional_count + code_.keyword_only_count != 0) {
        sink_.append(", parameters ");
        number(sink_, code_.positional_only_count);
        sink_.append('/');
        number(sink_, code_.positional_count);
        sink_.append('*');
        number(sink_, code_.keyword_only_count);
    }
    constexpr struct {
        CodeFlag flag;
        std::string_view name;
    } flags[] = {{CodeFlag::VarArgs, "*args"},       {CodeFlag::VarKeywords, "**kwargs"},
                 {CodeFlag::Generator, "generator"}, {CodeFlag::ClassBody, "class body"},
                 {CodeFlag::Module, "module"},       {CodeFlag::Nested, "nested"},
                 {CodeFlag::Prelude, "prelude"}};
    for (const auto& flag : flags) {
        if (!code_.has(flag.flag)) continue;
        sink_.append(", ");
        sink_.append(flag.name);
    }
    sink_.append('\n');
    names("locals", code_.local_names);
    names("free", code_.free_names);
    if (code_.docstring != UINT32_MAX) {
        sink_.append("  docstring ");
        constant(code_.docstring, 0);
        sink_.append('\n');
    }
}

void Disassembly::register_name(uint32_t reg) {
    sink_.append('r');
    number(sink_, reg);
    if (reg >= code_.register_locals || reg >= code_.local_names.size()) return;
    sink_.append(':');
    sink_.append(code_.local_names[reg]);
}

void Disassembly::sequence(const Constant& constant_value, char open, char close, int depth) {
    sink_.append(open);
    for (size_t i = 0; i < constant_value.items.size() && i < 8; i++) {
        if (i > 0) sink_.append(", ");
        constant(constant_value.items[i], depth + 1);
    }
    if (constant_value.items.size() > 8) sink_.append(", ...");
    if (constant_value.items.size() == 1) sink_.append(',');
    sink_.append(close);
}

void Disassembly::constant(uint32_t index, int depth) {
    if (index >= code_.constants.size() || depth > 4) {
        sink_.append("...");
        return;
    }
    const Constant& value = code_.constants[index];
    char digits[32];
    switch (value.kind) {
        case ConstantKind::None:
            sink_.append("None");
            return;
        case ConstantKind::True:
            sink_.append("True");
            return;
        case ConstantKind::False:
            sink_.append("False");
            return;
        case ConstantKind::Ellipsis:
            sink_.append("Ellipsis");
            return;
        case ConstantKind::Int:
            return number(sink_, value.number);
        case ConstantKind::BigInt:
            sink_.append(value.base == 16 ? "0x" : value.base == 8 ? "0o" : value.base == 2 ? "0b" : "");
            sink_.append(value.text.substr(0, 60));
            return;
        case ConstantKind::Float:
        case ConstantKind::Imaginary: {
            const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value.real);
            const std::string_view text(digits, static_cast<size_t>(end - digits));
            sink_.append(text);
            if (value.kind == ConstantKind::Imaginary)
                sink_.append('j');
            else if (text.find_first_not_of("-0123456789") == std::string_view::npos)
                sink_.append(".0");
            return;
        }
        case ConstantKind::Str:
            return quoted(sink_, value.text, '\'');
        case ConstantKind::Bytes:
            sink_.append('b');
            return quoted(sink_, value.text, '\'');
        case ConstantKind::Tuple:
            return sequence(value, '(', ')', depth);
        case ConstantKind::FrozenSet:
            return sequence(value, '{', '}', depth);
        case ConstantKind::Code:
            sink_.append("<code ");
            sink_.append(value.code->qualified_name);
            sink_.append('>');
            return;
    }
}

void Disassembly::operand(Operand role, uint32_t byte, std::string_view& separator) {
    if (role == Operand::None || role == Operand::High) return;
    sink_.append(separator);
    separator = ", ";
    switch (role) {
        case Operand::Read:
        case Operand::Write:
        case Operand::Both:
        case Operand::Window:
            return register_name(byte);
        case Operand::Imm:
            return number(sink_, static_cast<int8_t>(byte));
        case Operand::Const:
            return constant(byte, 0);
        default:
            return number(sink_, byte);
    }
}

void Disassembly::extra(Extra kind, uint32_t pc, uint32_t word, std::string_view& separator) {
    if (kind == Extra::None) return;
    sink_.append(separator);
    separator = ", ";
    switch (kind) {
        case Extra::Site:
            return constant(word < code_.sites.size() ? code_.sites[word] : UINT32_MAX, 0);
        case Extra::Jump:
            sink_.append("to ");
            return number(sink_, static_cast<int64_t>(pc) + 2 + static_cast<int32_t>(word));
        case Extra::Const:
            return constant(word, 0);
        default:
            return number(sink_, word);
    }
}

void Disassembly::position(uint32_t pc) {
    while (next_position_ < code_.positions.size() && code_.positions[next_position_].pc < pc) next_position_++;
    if (next_position_ == code_.positions.size() || code_.positions[next_position_].pc != pc) return;
    const PositionRow& row = code_.positions[next_position_];
    if (row.line == 0) {
        sink_.append('-');
        return;
    }
    number(sink_, row.line);
    sink_.append(':');
    number(sink_, row.column);
    sink_.append('-');
    if (row.end_line != row.line) {
        number(sink_, row.end_line);
        sink_.append(':');
    }
    number(sink_, row.end_column);
}

void Disassembly::instruction(uint32_t pc) {
    const size_t line_start = sink_.size;
    const uint32_t word = code_.words[pc];
    if ((word & 0xff) >= op_count) {
        sink_.append("  ?\n");
        return;
    }
    const Op op = op_of(word);
    const OpInfo& about = info(op);
    pad(sink_, line_start, 2);
    number(sink_, pc);
    pad(sink_, line_start, 7);
    position(pc);
    pad(sink_, line_start, 20);
    sink_.append(about.name);
    pad(sink_, line_start, 38);
    std::string_view separator;
    operand(about.a, a_of(word), separator);
    if (about.b == Operand::Low) {
        sink_.append(separator);
        separator = ", ";
        if (op == Op::LOAD_CONST) {
            constant(bc_of(word), 0);
        } else if (op == Op::LOAD_INT) {
            number(sink_, signed_bc_of(word));
        } else if (bc_of(word) < code_.free_names.size()) {
            sink_.append("free ");
            sink_.append(code_.free_names[bc_of(word)]);
        } else {
            number(sink_, bc_of(word));
        }
    } else {
        operand(about.b, b_of(word), separator);
        operand(about.c, c_of(word), separator);
    }
    if (about.width() == 2 && pc + 1 < code_.words.size()) extra(about.extra, pc, code_.words[pc + 1], separator);
    sink_.append('\n');
}

void Disassembly::rows() {
    const auto range = [this](uint32_t start, uint32_t end) {
        number(sink_, start);
        sink_.append("..");
        number(sink_, end);
    };
    for (const HandlerRow& row : code_.handlers) {
        sink_.append("  handler ");
        range(row.start, row.end);
        sink_.append(" -> ");
        number(sink_, row.handler);
        sink_.append(", ");
        register_name(row.target);
        sink_.append('\n');
    }
    for (const ActiveRow& row : code_.active) {
        sink_.append("  active ");
        range(row.start, row.end);
        sink_.append(", ");
        register_name(row.target);
        sink_.append('\n');
    }
}

void Disassembly::write() {
    header();
    for (uint32_t pc = 0; pc < code_.words.size();) {
        instruction(pc);
        const uint32_t word = code_.words[pc];
        pc += (word & 0xff) < op_count ? info(op_of(word)).width() : 1;
    }
    rows();
}

}  // namespace

void disassemble(const CodeData& code, TextSink& sink) {
    Disassembly(code, sink).write();
    for (const Constant& constant : code.constants) {
        if (sink.failed) return;
        if (constant.kind != ConstantKind::Code) continue;
        sink.append('\n');
        disassemble(*constant.code, sink);
    }
}

}  // namespace exmonty
