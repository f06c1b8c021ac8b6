#include "vm/syntax/keyword_suggestion.h"

#include <doctest/doctest.h>

#include <string>

#include "test/support/ast_dump.h"
#include "test/support/test_arena.h"
#include "vm/syntax/likeness.h"
#include "vm/syntax/parser.h"

using namespace exmonty;

namespace {

struct Row {
    std::string_view source;
    std::string_view origin;
    std::string_view message;
    int64_t column;
    int64_t end_column;
    std::string_view text;
};

constexpr Row Rows[] = {
#define ROW(...) {__VA_ARGS__},
#include "test/unit/syntax/keyword_suggestions.def"
};

// What the compiler would say about these sources: some statements need a function around them.
bool compiles(void*, const ast::Module& module) {
    std::string tree = test::dump_ast(module, test::Attributes::Omitted);
    auto has = [&tree](const char* node) { return tree.find(node) != std::string::npos; };
    if (has("FunctionDef(")) return true;
    return !has("Return(") && !has("Yield(") && !has("Await(") && !has("Nonlocal(") && !has("Break(") && !has("Continue(");
}

}  // namespace

TEST_SUITE_BEGIN("vm/syntax/keyword_suggestion");

TEST_CASE("mistyped keywords are found as in CPython's tracebacks") {
    for (const Row& row : Rows) {
        CAPTURE(row.source);
        CAPTURE(row.origin);
        test::TestArena arena;
        ParseResult result = parse(row.source, ast::ParseMode::File, arena.arena, Poll{});
        REQUIRE(result.status == ParseStatus::Failed);
        SourceOrigin origin = row.origin == "File" ? SourceOrigin::File : SourceOrigin::String;
        bool is_found = suggest_keyword(row.source, origin, CompileCheck{compiles}, arena.arena, Poll{}, result.error);
        CHECK(is_found == !row.message.empty());
        if (!is_found || row.message.empty()) continue;
        CHECK(result.error.message == row.message);
        CHECK(result.error.column == row.column);
        CHECK(result.error.end_column == row.end_column);
        CHECK(result.error.text == row.text);
    }
}

TEST_CASE("other errors are left alone") {
    test::TestArena arena;
    ParseResult result = parse("f() = fro", ast::ParseMode::File, arena.arena, Poll{});
    std::string_view message = result.error.message;
    CHECK(!suggest_keyword("f() = fro", SourceOrigin::File, CompileCheck{}, arena.arena, Poll{}, result.error));
    CHECK(result.error.message == message);
}

TEST_CASE("the nearest word takes the fewest changes") {
    constexpr std::string_view Words[] = {"for", "from", "while", "with"};
    CHECK(nearest_word("fro", Words) == "from");
    CHECK(nearest_word("whlie", Words) == "while");
    CHECK(nearest_word("For", Words) == "for");
    CHECK(nearest_word("xyz", Words) == "");
    CHECK(nearest_word("for", Words) == "");
}

TEST_CASE("close words are those that have most in common") {
    constexpr std::string_view Words[] = {"ape", "apple", "peach", "puppy"};
    std::string_view found[MaxCloseWords];
    REQUIRE(close_words("appel", Words, 0.6, found) == 2);
    CHECK(found[0] == "apple");
    CHECK(found[1] == "ape");
    CHECK(close_words("zzz", Words, 0.6, found) == 0);
}

TEST_SUITE_END();
