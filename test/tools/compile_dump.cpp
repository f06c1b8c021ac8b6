// compile_dump [--json] [FILE]: compiles a Python file (or stdin) and prints its bytecode, or the SyntaxError.
// compile_dump --ops: prints the instructions' names and widths.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "test/unit/base/growing_text.h"
#include "test/support/test_arena.h"
#include "vm/bytecode/disassembler.h"
#include "vm/compiler/compiler.h"
#include "vm/syntax/parser.h"

namespace {

std::string read_all(FILE* file) {
    std::string text;
    char buffer[4096];
    size_t count;
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0) text.append(buffer, count);
    return text;
}

int report(const exmonty::SyntaxError& error) {
    printf("SyntaxError: %.*s (%lld, %lld, %lld, %lld)\n", static_cast<int>(error.message.size()), error.message.data(),
           static_cast<long long>(error.line), static_cast<long long>(error.column),
           static_cast<long long>(error.end_line), static_cast<long long>(error.end_column));
    return 1;
}

using exmonty::CodeData;
using exmonty::Constant;
using exmonty::ConstantKind;

void print_json(const CodeData& code);

void print_hex(std::string_view text) {
    putchar('"');
    for (const char byte : text) printf("%02x", static_cast<unsigned char>(byte));
    putchar('"');
}

void print_text(std::string_view text) {
    putchar('"');
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') putchar('\\');
        putchar(byte);
    }
    putchar('"');
}

void print_constant(const Constant& constant) {
    constexpr const char* names[] = {"None",      "True", "False", "Ellipsis", "Int",       "BigInt", "Float",
                                     "Imaginary", "Str",  "Bytes", "Tuple",    "FrozenSet", "Code"};
    printf("[\"%s\", ", names[static_cast<size_t>(constant.kind)]);
    switch (constant.kind) {
        case ConstantKind::Int:
            printf("\"%lld\"", static_cast<long long>(constant.number));
            break;
        case ConstantKind::BigInt:
            printf("[%d, \"%.*s\"]", constant.base, static_cast<int>(constant.text.size()), constant.text.data());
            break;
        case ConstantKind::Float:
        case ConstantKind::Imaginary:
            printf("\"%a\"", constant.real);
            break;
        case ConstantKind::Str:
        case ConstantKind::Bytes:
            print_hex(constant.text);
            break;
        case ConstantKind::Tuple:
        case ConstantKind::FrozenSet:
            putchar('[');
            for (size_t i = 0; i < constant.items.size(); i++) printf(i == 0 ? "%u" : ", %u", constant.items[i]);
            putchar(']');
            break;
        case ConstantKind::Code:
            print_json(*constant.code);
            break;
        default:
            printf("null");
    }
    putchar(']');
}

template <typename List, typename Print>
void print_list(const char* name, const List& list, Print print) {
    printf(", \"%s\": [", name);
    bool is_first = true;
    for (const auto& item : list) {
        if (!is_first) printf(", ");
        is_first = false;
        print(item);
    }
    putchar(']');
}

void print_json(const CodeData& code) {
    printf("{\"name\": ");
    print_text(code.name);
    printf(", \"qualified_name\": ");
    print_text(code.qualified_name);
    printf(", \"first_line\": %u, \"flags\": %u, \"positional_only_count\": %u, \"positional_count\": %u", code.first_line,
           code.flags, code.positional_only_count, code.positional_count);
    printf(", \"keyword_only_count\": %u, \"register_count\": %u, \"register_locals\": %u, \"docstring\": %d",
           code.keyword_only_count, code.register_count, code.register_locals, static_cast<int>(code.docstring));
    const auto number = [](uint32_t value) { printf("%u", value); };
    print_list("local_names", code.local_names, print_text);
    print_list("free_names", code.free_names, print_text);
    print_list("words", code.words, number);
    print_list("sites", code.sites, number);
    print_list("constants", code.constants, print_constant);
    print_list("handlers", code.handlers, [](const exmonty::HandlerRow& row) {
        printf("[%u, %u, %u, %u]", row.start, row.end, row.handler, row.target);
    });
    print_list("active", code.active,
               [](const exmonty::ActiveRow& row) { printf("[%u, %u, %u]", row.start, row.end, row.target); });
    print_list("positions", code.positions, [](const exmonty::PositionRow& row) {
        printf("[%u, %u, %u, %u, %u]", row.pc, row.line, row.end_line, row.column, row.end_column);
    });
    putchar('}');
}

int print_ops() {
    const char* separator = "[";
    for (const exmonty::OpInfo& about : exmonty::op_infos) {
        printf("%s[\"%s\", %u]", separator, about.name, about.width());
        separator = ", ";
    }
    puts("]");
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    using namespace exmonty;
    const std::string_view option = count > 1 ? arguments[1] : "";
    if (option == "--ops") return print_ops();
    const bool as_json = option == "--json";
    const int operand = as_json ? 2 : 1;
    FILE* file = count > operand ? fopen(arguments[operand], "rb") : stdin;
    if (file == nullptr) return 2;
    const std::string source = read_all(file);
    test::TestArena arena;
    const ParseResult parsed = parse(source, ast::ParseMode::File, arena.arena, {});
    if (parsed.status == ParseStatus::Failed) return report(parsed.error);
    CompileOptions options;
    options.source = source;
    const CompileResult result = compile(*parsed.module, options, arena.arena, {});
    if (result.status == CompileStatus::Failed) return report(result.error);
    if (result.status == CompileStatus::Stopped) return 3;
    for (const CompileWarning& warning : result.warnings)
        fprintf(stderr, "%u: SyntaxWarning: %.*s\n", warning.span.line, static_cast<int>(warning.message.size()),
                warning.message.data());
    if (as_json) {
        print_json(*result.code);
        return 0;
    }
    GrowingText sink;
    disassemble(*result.code, sink);
    fwrite(sink.data, 1, sink.size, stdout);
    return 0;
}
