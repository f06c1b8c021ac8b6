// compile_dump [FILE]: compiles a Python file (or stdin) and prints its bytecode, or the SyntaxError.
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

}  // namespace

int main(int count, char** arguments) {
    using namespace exmonty;
    FILE* file = count > 1 ? fopen(arguments[1], "rb") : stdin;
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
    GrowingText sink;
    disassemble(*result.code, sink);
    fwrite(sink.data, 1, sink.size, stdout);
    return 0;
}
