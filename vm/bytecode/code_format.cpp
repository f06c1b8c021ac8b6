#include "vm/bytecode/code_format.h"

#include "vm/base/utf8.h"
#include "vm/bytecode/verifier.h"

namespace exmonty {
namespace {

constexpr uint32_t deepest_code = 1100;

void write_names(ByteWriter& writer, std::span<const std::string_view> names) {
    writer.number(names.size());
    for (std::string_view name : names) writer.text(name);
}

void write_numbers(ByteWriter& writer, std::span<const uint32_t> numbers) {
    writer.number(numbers.size());
    for (uint32_t number : numbers) writer.number(number);
}

void write_constant(ByteWriter& writer, const Constant& constant) {
    writer.byte(static_cast<uint8_t>(constant.kind));
    switch (constant.kind) {
        case ConstantKind::None:
        case ConstantKind::True:
        case ConstantKind::False:
        case ConstantKind::Ellipsis: break;
        case ConstantKind::Int: writer.signed_number(constant.number); break;
        case ConstantKind::BigInt:
            writer.byte(constant.base);
            writer.text(constant.text);
            break;
        case ConstantKind::Float:
        case ConstantKind::Imaginary: writer.real(constant.real); break;
        case ConstantKind::Str:
        case ConstantKind::Bytes: writer.text(constant.text); break;
        case ConstantKind::Tuple:
        case ConstantKind::FrozenSet: write_numbers(writer, constant.items); break;
        case ConstantKind::Code: write_code(writer, *constant.code); break;
    }
}

struct CodeReader {
    ByteReader& reader;
    Arena& arena;

    template <class T>
    T* room(uint64_t count) {
        void* memory = arena.allocate_bytes(sizeof(T) * (count + 1));
        if (!memory) reader.fail();
        return static_cast<T*>(memory);
    }

    std::string_view valid_text() {
        std::string_view text = reader.text();
        if (utf8::validate(text, utf8::Surrogates::allowed)) reader.fail();
        return text;
    }

    std::span<const std::string_view> names() {
        uint64_t count = reader.count();
        std::string_view* made = room<std::string_view>(count);
        for (uint64_t i = 0; made && i < count; i++) new (&made[i]) std::string_view(valid_text());
        return {made, made ? count : 0};
    }

    std::span<const uint32_t> numbers() {
        uint64_t count = reader.count();
        uint32_t* made = room<uint32_t>(count);
        for (uint64_t i = 0; made && i < count; i++) made[i] = reader.number32();
        return {made, made ? count : 0};
    }

    bool read_digits(Constant& constant) {
        constant.base = reader.byte();
        constant.text = reader.text();
        bool known = constant.base == 2 || constant.base == 8 || constant.base == 10 || constant.base == 16;
        for (char c : constant.text) {
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
            known = known && digit < constant.base;
        }
        return known && !constant.text.empty();
    }

    Constant constant(uint64_t number, uint32_t depth) {
        Constant made{};
        uint8_t kind = reader.byte();
        if (kind > static_cast<uint8_t>(ConstantKind::Code)) reader.fail();
        if (reader.failed) return made;
        made.kind = static_cast<ConstantKind>(kind);
        switch (made.kind) {
            case ConstantKind::Int: made.number = reader.signed_number(); break;
            case ConstantKind::BigInt:
                if (!read_digits(made)) reader.fail();
                break;
            case ConstantKind::Float:
            case ConstantKind::Imaginary: made.real = reader.real(); break;
            case ConstantKind::Str: made.text = valid_text(); break;
            case ConstantKind::Bytes: made.text = reader.text(); break;
            case ConstantKind::Tuple:
            case ConstantKind::FrozenSet:
                made.items = numbers();
                for (uint32_t item : made.items)
                    if (item >= number) reader.fail();
                break;
            case ConstantKind::Code:
                made.code = code(depth + 1);
                if (!made.code) reader.fail();
                break;
            default: break;
        }
        return made;
    }

    std::span<const Constant> constants(uint32_t depth) {
        uint64_t count = reader.count();
        Constant* made = room<Constant>(count);
        for (uint64_t i = 0; made && i < count && !reader.failed; i++) new (&made[i]) Constant(constant(i, depth));
        return {made, made && !reader.failed ? count : 0};
    }

    const CodeData* code(uint32_t depth) {
        if (depth > deepest_code) reader.fail();
        if (reader.failed) return nullptr;
        CodeData* made = arena.create<CodeData>();
        made->name = valid_text();
        made->qualified_name = valid_text();
        made->first_line = reader.number32();
        made->flags = reader.number32();
        made->positional_only_count = reader.number32();
        made->positional_count = reader.number32();
        made->keyword_only_count = reader.number32();
        made->register_count = reader.number32();
        made->register_locals = reader.number32();
        made->docstring = reader.number32() - 1;
        made->local_names = names();
        made->free_names = names();
        made->words = numbers();
        made->sites = numbers();
        made->constants = constants(depth);
        handlers(*made);
        actives(*made);
        positions(*made);
        size_t memory_words = verifier_words(made->words.size());
        uint64_t* memory = room<uint64_t>(memory_words);
        if (reader.failed || arena.exhausted() || !verify(view_of(*made), {memory, memory_words})) {
            reader.fail();
            return nullptr;
        }
        return made;
    }

    void handlers(CodeData& code) {
        uint64_t count = reader.count(4);
        HandlerRow* rows = room<HandlerRow>(count);
        for (uint64_t i = 0; rows && i < count; i++) {
            rows[i].start = reader.number32();
            rows[i].end = reader.number32();
            rows[i].handler = reader.number32();
            rows[i].target = reader.number32();
        }
        code.handlers = {rows, rows ? count : 0};
    }

    void actives(CodeData& code) {
        uint64_t count = reader.count(3);
        ActiveRow* rows = room<ActiveRow>(count);
        for (uint64_t i = 0; rows && i < count; i++) {
            rows[i].start = reader.number32();
            rows[i].end = reader.number32();
            rows[i].target = reader.number32();
        }
        code.active = {rows, rows ? count : 0};
    }

    void positions(CodeData& code) {
        uint64_t count = reader.count(5);
        PositionRow* rows = room<PositionRow>(count);
        PositionRow before{};
        for (uint64_t i = 0; rows && i < count; i++) {
            before.pc += reader.number32();
            before.line = static_cast<uint32_t>(before.line + reader.signed_number());
            before.end_line = static_cast<uint32_t>(before.line + reader.signed_number());
            before.column = reader.number32();
            before.end_column = reader.number32();
            rows[i] = before;
        }
        code.positions = {rows, rows ? count : 0};
    }
};

}  // namespace

void write_code(ByteWriter& writer, const CodeData& code) {
    writer.text(code.name);
    writer.text(code.qualified_name);
    for (uint32_t number : {code.first_line, code.flags, code.positional_only_count, code.positional_count, code.keyword_only_count,
                            code.register_count, code.register_locals, code.docstring + 1})
        writer.number(number);
    write_names(writer, code.local_names);
    write_names(writer, code.free_names);
    write_numbers(writer, code.words);
    write_numbers(writer, code.sites);
    writer.number(code.constants.size());
    for (const Constant& constant : code.constants) write_constant(writer, constant);
    writer.number(code.handlers.size());
    for (const HandlerRow& row : code.handlers)
        for (uint32_t number : {row.start, row.end, row.handler, row.target}) writer.number(number);
    writer.number(code.active.size());
    for (const ActiveRow& row : code.active)
        for (uint32_t number : {row.start, row.end, row.target}) writer.number(number);
    writer.number(code.positions.size());
    PositionRow before{};
    for (const PositionRow& row : code.positions) {
        writer.number(row.pc - before.pc);
        writer.signed_number(int64_t{row.line} - before.line);
        writer.signed_number(int64_t{row.end_line} - row.line);
        writer.number(row.column);
        writer.number(row.end_column);
        before = row;
    }
}

const CodeData* read_code(ByteReader& reader, Arena& arena) { return CodeReader{reader, arena}.code(0); }

}  // namespace exmonty
