#include <doctest/doctest.h>

#include <string>

#include "test/support/test_arena.h"
#include "vm/syntax/parser.h"

using namespace exmonty;

namespace {

struct Row {
    std::string_view source;
    std::string_view mode;
    std::string_view type;
    std::string_view message;
    int64_t line;
    int64_t column;
    int64_t end_line;
    int64_t end_column;
    std::string_view text;
};

constexpr Row Rows[] = {
#define ROW(...) {__VA_ARGS__},
#include "test/unit/syntax/syntax_errors.def"
};

constexpr std::string_view TypeNames[] = {"SyntaxError", "IndentationError", "TabError", "MemoryError"};

ast::ParseMode mode_of(std::string_view name) {
    if (name == "eval") return ast::ParseMode::Expression;
    return name == "single" ? ast::ParseMode::Single : ast::ParseMode::File;
}

std::string message_of(std::string_view source, ast::ParseMode mode = ast::ParseMode::File) {
    test::TestArena arena;
    ParseResult result = parse(source, mode, arena.arena, Poll{});
    return result.status == ParseStatus::Failed ? std::string(result.error.message) : "(none)";
}

}  // namespace

TEST_SUITE_BEGIN("vm/syntax/syntax_errors");

TEST_CASE("errors are CPython's in type, message, place and text") {
    for (const Row& row : Rows) {
        CAPTURE(row.source);
        CAPTURE(row.mode);
        test::TestArena arena;
        ParseResult result = parse(row.source, mode_of(row.mode), arena.arena, Poll{});
        REQUIRE(result.status == ParseStatus::Failed);
        const SyntaxError& error = result.error;
        CHECK(TypeNames[static_cast<int>(error.type)] == row.type);
        CHECK(error.message == row.message);
        CHECK(error.has_location);
        CHECK(error.line == row.line);
        CHECK(error.column == row.column);
        CHECK(error.end_line == row.end_line);
        CHECK(error.end_column == row.end_column);
        CHECK(error.text == row.text);
    }
}

TEST_CASE("an integer with more than 4300 digits is refused, in decimal only") {
    std::string digits(4301, '7');
    CHECK(message_of("x = " + digits) ==
          "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
          "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid "
          "decimal conversion limits.");
    CHECK(message_of("x = 0x" + digits) == "(none)");
    CHECK(message_of(digits + ".0") == "(none)");
    CHECK(message_of(digits.substr(1)) == "(none)");
}

TEST_CASE("null bytes and invalid UTF-8 are refused") {
    CHECK(message_of(std::string("x\0y", 3)) == "source code string cannot contain null bytes");
    CHECK(message_of("x\n'\xff'") ==
          "Non-UTF-8 code starting with '\\xff' on line 2, but no encoding declared; "
          "see https://peps.python.org/pep-0263/ for details");
    CHECK(message_of("'\xed\xa0\x80'").starts_with("Non-UTF-8 code"));
    CHECK(message_of("# coding: latin-1\n'\xff'") == "(none)");
    CHECK(message_of("\xef\xbb\xbfx = 1") == "(none)");
    CHECK(message_of("\xef\xbb\xbfx", ast::ParseMode::Expression) == "invalid non-printable character U+FEFF");
}

TEST_SUITE_END();
