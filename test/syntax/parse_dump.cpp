// Prints the tree, or the error, of each source that it is given, for comparison with CPython (compare.py).
// Standard input: "<mode> <length>\n<bytes>" for each; mode is exec, eval or single. Standard output: one line for each.

#include <cstdio>
#include <cstdlib>
#include <string>

#include "test/support/ast_dump.h"
#include "test/support/test_arena.h"
#include "vm/syntax/parser.h"

using namespace exmonty;

namespace {

std::string escaped(std::string_view text) {
    std::string result;
    for (char c : text) {
        if (c == '\n') result += "\\n";
        else if (c == '\\') result += "\\\\";
        else result += c;
    }
    return result;
}

void print_error(const SyntaxError& error) {
    constexpr const char* Types[] = {"SyntaxError", "IndentationError", "TabError", "MemoryError"};
    std::printf("%s|%s|", Types[static_cast<int>(error.type)], escaped(error.message).c_str());
    if (error.has_location) {
        std::printf("%lld|%lld|%lld|%lld|", static_cast<long long>(error.line), static_cast<long long>(error.column),
                    static_cast<long long>(error.end_line), static_cast<long long>(error.end_column));
        std::printf("%s\n", error.has_text ? escaped(error.text).c_str() : "None");
    } else {
        std::printf("None\n");
    }
}

ast::ParseMode mode_of(std::string_view name) {
    if (name == "eval") return ast::ParseMode::Expression;
    return name == "single" ? ast::ParseMode::Single : ast::ParseMode::File;
}

}  // namespace

int main() {
    char mode[16];
    size_t length = 0;
    while (std::scanf("%15s %zu", mode, &length) == 2) {
        std::getchar();
        std::string source(length, '\0');
        if (std::fread(source.data(), 1, length, stdin) != length) return 1;
        test::TestArena arena;
        ParseResult result = parse(source, mode_of(mode), arena.arena, Poll{});
        if (result.status == ParseStatus::Ok) {
            std::printf("%s\n", test::dump_ast(*result.module, test::Attributes::Included).c_str());
        } else if (result.status == ParseStatus::Failed) {
            print_error(result.error);
        } else {
            std::printf("stopped\n");
        }
        std::fflush(stdout);
    }
    return 0;
}
