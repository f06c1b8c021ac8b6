// Large and hostile programs: whatever CPython compiles is compiled, in linear time, and nothing wraps around.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "test/support/compiled.h"
#include "vm/bytecode/verifier.h"

using namespace exmonty;

namespace {

using Part = std::function<std::string(int)>;

std::string joined(int count, const std::string& separator, const Part& part) {
    std::string text;
    for (int i = 0; i < count; i++) {
        if (i > 0) text += separator;
        text += part(i);
    }
    return text;
}

std::string repeated(int count, const std::string& text) {
    return joined(count, "", [&](int) { return text; });
}

Part numbered(const std::string& before, const std::string& after = "") {
    return [=](int i) { return before + std::to_string(i) + after; };
}

bool is_verified(const CodeData& code) {
    std::vector<uint64_t> memory(verifier_words(code.words.size()));
    if (!verify(view_of(code), memory)) return false;
    for (const Constant& constant : code.constants)
        if (constant.kind == ConstantKind::Code && !is_verified(*constant.code)) return false;
    return true;
}

struct Program {
    std::string name;
    std::string source;
};

std::vector<Program> large_programs() {
    const int many = 70000;
    const Part assigned = [](int i) { return " n" + std::to_string(i) + " = " + std::to_string(i) + "\n"; };
    return {
        {"constants", "x = [" + joined(many, ",", numbered("a + 0.5", "")) + "]"},
        {"names", joined(many, "\n", [](int i) { return "n" + std::to_string(i) + " = m" + std::to_string(i); })},
        {"locals", "def f():\n" + joined(many, "", assigned) + " return n0 + n69999"},
        {"cells", "def f():\n" + joined(60000, "", assigned) + " return lambda: [" +
                      joined(60000, ",", numbered("n")) + "]"},
        {"parameters", "def f(" + joined(many, ",", numbered("a")) + "): return a0 + a69999"},
        {"defaults", "def f(" + joined(many, ",", numbered("a", "=x")) + "): pass"},
        {"arguments", "f(" + joined(many, ",", numbered("a")) + "," + joined(many, ",", numbered("k", "=1")) + ")"},
        {"additions", "x = a" + repeated(100000, "+a")},
        {"attributes", "x = a" + repeated(100000, ".b")},
        {"subscripts", "x = a" + repeated(100000, "[0]")},
        {"calls", "x = a" + repeated(100000, "()")},
        {"mixed chain", "x = a" + repeated(30000, ".b(c)[d]+e")},
        {"elif", "if x: pass\n" + repeated(5000, "elif x: pass\n")},
        {"or", "x = " + joined(100000, " or ", numbered("a"))},
        {"comparisons", "x = " + joined(100000, " < ", numbered("a"))},
        {"f-string", "x = f'" + repeated(20000, "{a}b") + "'"},
        {"targets", joined(many, ",", numbered("a")) + " = x"},
        {"decorators", repeated(10000, "@d\n") + "def f(): pass"},
        {"display", "x = [" + joined(100000, ",", numbered("a")) + "]"},
        {"dict display", "x = {" + joined(100000, ",", numbered("", ": a")) + "}"},
        {"functions", joined(20000, "\n", numbered("def f", "(): pass"))},
        {"globals", "def f():\n global " + joined(100000, ",", numbered("a"))},
        {"statements", repeated(100000, "x = 1\n")},
        {"handlers", "try: x\n" + joined(5000, "\n", numbered("except E", ": pass"))},
        {"bases", "class C(" + joined(1000, ",", numbered("B")) + "): pass"},
        {"import names", "from m import " + joined(10000, ",", numbered("a"))},
    };
}

bool always(void*) { return true; }

}  // namespace

TEST_CASE("programs of any size compile to valid code") {
    for (const Program& program : large_programs()) {
        CAPTURE(program.name);
        const test::Compiled compiled(program.source);
        CHECK(compiled.result.error.message == "");
        REQUIRE(compiled.is_ok());
        CHECK(is_verified(*compiled.result.code));
    }
}

TEST_CASE("nesting as deep as the parser allows needs no more registers than there are") {
    const std::string sources[] = {
        "print(" + repeated(150, "g(1, a, ") + "3" + repeated(150, ")") + ")",
        "print(" + repeated(150, "g() + (") + "3" + repeated(150, ")") + ")",
        "print(" + repeated(150, "[a, a, ") + "a" + repeated(150, "]") + ")",
        "print(" + repeated(150, "{a: ") + "a" + repeated(150, "}") + ")",
        "print(" + repeated(60, "[") + "x" + repeated(60, " for x in a]") + ")",
        "x = " + repeated(150, "lambda: ") + "1",
        "def f(" + joined(250, ",", numbered("a")) + "):\n return " + repeated(100, "g(a1, a2, a249, ") + "1" +
            repeated(100, ")"),
    };
    for (const std::string& source : sources) {
        const test::Compiled compiled(source);
        CHECK(compiled.result.error.message == "");
        REQUIRE(compiled.is_ok());
        CHECK(is_verified(*compiled.result.code));
    }
}

TEST_CASE("a finally body is there once, however often it is nested and left") {
    std::string source = "def f():\n";
    for (int depth = 1; depth <= 18; depth++) source += std::string(depth, ' ') + "try:\n";
    source += std::string(19, ' ') + "return 1\n";
    for (int depth = 18; depth >= 1; depth--)
        source += std::string(depth, ' ') + "finally:\n" + std::string(depth + 1, ' ') + "return x\n";
    const test::Compiled compiled(source);
    REQUIRE(compiled.is_ok());
    for (const Constant& constant : compiled.result.code->constants)
        if (constant.kind == ConstantKind::Code) CHECK(constant.code->words.size() < 2000);
}

TEST_CASE("constants are not computed when they would be large") {
    for (const char* source : {"10 ** 10 ** 7", "1 << 100000000", "'a' * 10 ** 9", "(1,) * 10 ** 9", "2 ** 100 ** 100",
                               "'%1000000000d' % 1", "-(10 ** 18) ** 18"}) {
        const test::Compiled compiled(source);
        REQUIRE(compiled.is_ok());
        CHECK(compiled.memory.arena.taken() < 100000);
    }
}

TEST_CASE("more free variables than their numbers go are refused") {
    const Part assigned = [](int i) { return " n" + std::to_string(i) + " = 1\n"; };
    const test::Compiled compiled("def f():\n" + joined(66000, "", assigned) + " return lambda: [" +
                                  joined(66000, ",", numbered("n")) + "]");
    CHECK(compiled.result.status == CompileStatus::Failed);
}

TEST_CASE("compilation stops when memory is refused, wherever that happens") {
    const std::string source =
        "class A(B, c=1):\n x: int = 1\n def f(self, a, *b, c=2, **d):\n  def g(): return a, self\n"
        "  try:\n   return [x for x in a if x], f'{a!r:>{b}}', (y for y in b)\n  except E as e: raise\n"
        "  finally:\n   with a as b: x, *y = {**a}, *b\n";
    const test::Compiled whole(source);
    REQUIRE(whole.is_ok());
    const size_t needed = whole.memory.arena.taken();
    for (size_t limit = 0; limit < needed; limit += 512) {
        const test::Compiled compiled(source, ast::ParseMode::File, limit);
        CHECK(compiled.result.status == CompileStatus::Stopped);
    }
}

TEST_CASE("compilation stops when the poll says so") {
    test::TestArena memory;
    const std::string source = "x = 1\ny = 2\n";
    const ParseResult parsed = parse(source, ast::ParseMode::File, memory.arena, {});
    REQUIRE(parsed.status == ParseStatus::Ok);
    const CompileResult result = compile(*parsed.module, {}, memory.arena, Poll{always, nullptr});
    CHECK(result.status == CompileStatus::Stopped);
    CHECK(result.code == nullptr);
}

TEST_CASE("large programs stop as well when memory is refused") {
    for (const Program& program : large_programs()) {
        CAPTURE(program.name);
        size_t needed = 0;
        {
            const test::Compiled whole(program.source);
            needed = whole.memory.arena.taken();
        }
        for (const int part : {3, 7, 11}) {
            const test::Compiled compiled(program.source, ast::ParseMode::File, needed / 12 * static_cast<size_t>(part));
            CHECK(compiled.result.status == CompileStatus::Stopped);
        }
    }
}
