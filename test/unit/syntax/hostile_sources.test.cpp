// Sources that are made to break a parser. They must end in a tree or in an error; sizes are moderate, times linear.

#include <doctest/doctest.h>

#include <string>

#include "test/support/test_arena.h"
#include "vm/syntax/parser.h"

using namespace exmonty;

namespace {

std::string repeat(std::string_view text, size_t count) {
    std::string result;
    for (size_t index = 0; index < count; index++) result += text;
    return result;
}

constexpr std::string_view TooComplex = "Parser stack overflowed - Python source too complex to parse";

// "ok", or the message.
std::string outcome(std::string_view source) {
    test::TestArena arena;
    ParseResult result = parse(source, ast::ParseMode::File, arena.arena, Poll{});
    return result.status == ParseStatus::Ok ? "ok" : std::string(result.error.message);
}

bool ends_well(std::string_view source, size_t memory = SIZE_MAX) {
    test::TestArena arena(memory);
    ParseResult result = parse(source, ast::ParseMode::File, arena.arena, Poll{});
    return result.status != ParseStatus::Ok || result.module != nullptr;
}

}  // namespace

TEST_SUITE_BEGIN("vm/syntax/hostile_sources");

TEST_CASE("brackets nest 200 deep") {
    CHECK(outcome(repeat("(", 200) + repeat(")", 200)) == "ok");
    CHECK(outcome(repeat("(", 201) + repeat(")", 201)) == "too many nested parentheses");
    CHECK(outcome(repeat("[", 1'000'000)) == "too many nested parentheses");
    CHECK(outcome(repeat("f(", 100'000)) == "too many nested parentheses");
}

TEST_CASE("blocks nest 99 deep") {
    std::string source;
    for (size_t depth = 0; depth < 99; depth++) source += std::string(depth, ' ') + "if a:\n";
    CHECK(outcome(source + std::string(99, ' ') + "b\n") == "ok");
    CHECK(outcome(source + std::string(99, ' ') + "if a:\n" + std::string(100, ' ') + "b\n") ==
          "too many levels of indentation");
}

TEST_CASE("other nesting has a limit") {
    for (std::string_view open : {"-", "~", "not ", "lambda: ", "a if b else ", "2 ** ", "lambda x=lambda: 1: "}) {
        CAPTURE(open);
        CHECK(outcome(repeat(open, 900) + "1") == "ok");
        CHECK(outcome(repeat(open, 100'000) + "1") == TooComplex);
        CHECK(outcome(repeat(open, 900) + "1 2") == "invalid syntax");
    }
    CHECK(outcome(repeat("f'{", 140) + "1") == "'{' was never closed");
    CHECK(outcome(repeat("f'{", 160) + "1") == "too many nested f-strings or t-strings");
}

TEST_CASE("chains to the left have no limit") {
    CHECK(outcome("a" + repeat(".b", 50'000)) == "ok");
    CHECK(outcome("a" + repeat("[0]", 50'000)) == "ok");
    CHECK(outcome("a" + repeat("()", 50'000)) == "ok");
    CHECK(outcome(repeat("1+", 100'000) + "1") == "ok");
    CHECK(outcome(repeat("a and ", 100'000) + "1") == "ok");
    CHECK(outcome(repeat("a < ", 100'000) + "1") == "ok");
    CHECK(outcome(repeat("a = ", 50'000) + "1") == "ok");
    CHECK(outcome("if a: b\n" + repeat("elif a: b\n", 5'000)) == "ok");
    CHECK(outcome("try: a\n" + repeat("except a: b\n", 5'000)) == "ok");
    CHECK(outcome(repeat("@a\n", 10'000) + "def f(): pass\n") == "ok");
}

TEST_CASE("errors behind long chains are found") {
    CHECK(outcome("a" + repeat(".b", 20'000) + " c") == "invalid syntax");
    CHECK(outcome("a" + repeat("()", 5'000) + " = c") ==
          "cannot assign to function call here. Maybe you meant '==' instead of '='?");
    CHECK(outcome(repeat("1+", 20'000) + "1 2") == "invalid syntax");
    CHECK(outcome("(" + repeat("1+", 20'000) + "1 2)") == "invalid syntax. Perhaps you forgot a comma?");
    CHECK(outcome("[" + repeat("1,", 20'000) + "1 2]") == "invalid syntax. Perhaps you forgot a comma?");
    CHECK(outcome(repeat("x\n", 100'000) + "x y\n" + repeat("x\n", 100'000)) == "invalid syntax");
}

TEST_CASE("large texts are parsed in linear time") {
    CHECK(outcome(std::string(10'000'000, ' ')) == "ok");
    CHECK(outcome(std::string(1'000'000, '\n')) == "ok");
    CHECK(outcome(std::string(1'000'000, ';')) == "invalid syntax");
    CHECK(outcome(repeat("x;", 200'000)) == "ok");
    CHECK(outcome(repeat("# x\n", 500'000)) == "ok");
    CHECK(outcome("'" + std::string(8'000'000, 'x') + "'") == "ok");
    CHECK(outcome("'" + repeat("\\n", 2'000'000) + "'") == "ok");
    CHECK(outcome(repeat("'a' ", 100'000)) == "ok");
    CHECK(outcome("0x" + std::string(1'000'000, 'f')) == "ok");
    CHECK(outcome("0." + std::string(1'000'000, '0')) == "ok");
    CHECK(outcome(std::string(1'000'000, 'a')) == "ok");
    CHECK(outcome(repeat("\xc3\xa9", 200'000)) == "ok");
    CHECK(outcome("[" + repeat("1,", 200'000) + "]") == "ok");
    CHECK(outcome("f(" + repeat("a,", 70'000) + ")") == "ok");
    CHECK(outcome(repeat("\\\n", 200'000) + "x") == "ok");
}

TEST_CASE("every start of a program ends well, with any amount of memory") {
    std::string source =
        "@a.b(c)\nasync def f[T: int](x, /, y=1, *z, w: int, **v) -> str:\n    '''doc'''\n"
        "    async with a as b, (c): return await d\n    x = f'{a!r:>{b}} \\N{SNAKE}' \"\\x41\"; t = t'{c=}'\n"
        "class A(B, metaclass=C):\n\tx: int = {1: [2, *b], **c}\n\n\ttry:\n\t\tpass\n\texcept* E as e: raise X from e\n"
        "match x:\n  case {'a': [1, *_], **r} if y: pass\n  case A(b=1) | None: z = lambda a, *b: a[1:2, ::3]\n"
        "x, *y = not a <= b is not c in (d for e in f if g if h)\n\xce\xb1 = 0x1F + 1_0.5e3j if a else b or c ** -d\n";
    REQUIRE(outcome(source) == "ok");
    for (size_t length = 0; length <= source.size(); length++) {
        std::string start = source.substr(0, length);
        CHECK(ends_well(start));
        CHECK(ends_well(start, 20'000));
        CHECK(ends_well(start + "'"));
        CHECK(ends_well(start + " (]"));
    }
    for (size_t memory = 0; memory < 100'000; memory += 500) CHECK(ends_well(source + "x y", memory));
}

TEST_CASE("random bytes and random tokens end well") {
    uint64_t state = 88172645463325252u;
    auto random = [&state](size_t limit) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return static_cast<size_t>(state % limit);
    };
    constexpr std::string_view Tokens[] = {"(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ":=", "*", "**", ".", "if ",
                                           "else ", "for ", "in ", "not ", "lambda ", "def ", "class ", "import ", "as ",
                                           "with ", "try", "except ", "yield ", "await ", "async ", "x ", "1 ", "'a'",
                                           "f'", "'", "{", "}", "!r", "\n", "\n  ", "\n    ", "\t", ";", "@", "match ",
                                           "case ", "type ", "\\\n", "\"\"\"", "t'", "b'", "\\", "#", "\xce\xb1"};
    for (int round = 0; round < 20'000; round++) {
        std::string bytes;
        std::string tokens;
        for (size_t length = random(30); length > 0; length--) {
            bytes += static_cast<char>(random(256));
            tokens += Tokens[random(sizeof Tokens / sizeof Tokens[0])];
        }
        CHECK(ends_well(bytes));
        CHECK(ends_well(tokens));
    }
}

TEST_SUITE_END();
