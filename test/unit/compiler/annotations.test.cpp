// Annotations as text, under `from __future__ import annotations`: what CPython 3.14 makes of them.
#include <doctest/doctest.h>

#include "test/support/compiled.h"

using namespace exmonty;

namespace {

struct Row {
    const char* source;
    const char* text;
};

constexpr Row rows[] = {
    {"int", "int"},
    {"a.b.c", "a.b.c"},
    {"list[int]", "list[int]"},
    {"dict[str, list[int]]", "dict[str, list[int]]"},
    {"int | None", "int | None"},
    {"Optional['Foo']", "Optional['Foo']"},
    {"a+b*c-(d-e)", "a + b * c - (d - e)"},
    {"(a+b)*c", "(a + b) * c"},
    {"-a**-b", "-a ** (-b)"},
    {"(-a)**b", "(-a) ** b"},
    {"2**3**4", "2 ** 3 ** 4"},
    {"(2**3)**4", "(2 ** 3) ** 4"},
    {"not a and b or c", "not a and b or c"},
    {"a if b else c", "a if b else c"},
    {"(a if b else c)+1", "(a if b else c) + 1"},
    {"lambda: 1", "lambda: 1"},
    {"lambda x, y=1, *a, z, w=2, **k: x", "lambda x, y=1, *a, z, w=2, **k: x"},
    {"lambda a, /, b: a", "lambda a, /, b: a"},
    {"lambda *, a: a", "lambda*, a: a"},
    {"[1, 2, (3,), ()]", "[1, 2, (3,), ()]"},
    {"{1: 2, **x}", "{1: 2, **x}"},
    {"{1, 2}", "{1, 2}"},
    {"[x for x in y if x if z]", "[x for x in y if x if z]"},
    {"{x: y for x, y in z}", "{x: y for x, y in z}"},
    {"{x for x in y}", "{x for x in y}"},
    {"(x for x in y)", "(x for x in y)"},
    {"f(x for x in y)", "f(x for x in y)"},
    {"f(1, *a, b=2, **c)", "f(1, *a, b=2, **c)"},
    {"a < b <= c is not d not in e", "a < b <= c is not d not in e"},
    {"'a\"b'", "'a\"b'"},
    {"\"it's\"", "\"it's\""},
    {"'both\\'\"'", "'both\\'\"'"},
    {"'\\n\\t\\x00\\u1234\\U0001F600é'", "'\\n\\t\\x00ሴ😀é'"},
    {"b'abc\\xff\\''", "b\"abc\\xff'\""},
    {"1.0", "1.0"},
    {"1e100", "1e+100"},
    {"1e400", "1e309"},
    {"0.1", "0.1"},
    {"2j", "2j"},
    {"1.5j", "1.5j"},
    {"1e400j", "1e309j"},
    {"0xff", "255"},
    {"123456789012345678901234567890", "123456789012345678901234567890"},
    {"...", "..."},
    {"None", "None"},
    {"True", "True"},
    {"a[1:2]", "a[1:2]"},
    {"a[1:2, ::3]", "a[1:2, ::3]"},
    {"a[:, b]", "a[:, b]"},
    {"a[(1, 2)]", "a[1, 2]"},
    {"a[*b]", "a[*b,]"},
    {"x @ y // z % w", "x @ y // z % w"},
    {"a << b >> c & d ^ e | f", "a << b >> c & d ^ e | f"},
    {"~a", "~a"},
    {"not (not a)", "not not a"},
    {"- - a", "--a"},
    {"(yield_)", "yield_"},
    {"1 .real", "1 .real"},
    {"1.0.real", "1.0.real"},
    {"(1).x", "1 .x"},
    {"f'{a}b{c!r:>{w}}'", "f'{a}b{c!r:>{w}}'"},
    {"f'{{}}{a}'", "f'{{}}{a}'"},
    {"f'{ {1:2} }'", "f'{ {1: 2}}'"},
    {"u'abc'", "u'abc'"},
    {"'a' 'b'", "'ab'"},
    {"(a, b)", "(a, b)"},
    {"a, b", "a"},
    {"(a,)", "(a,)"},
    {"tuple[int, ...]", "tuple[int, ...]"},
    {"Callable[[int], str]", "Callable[[int], str]"},
    {"Literal['a', 1]", "Literal['a', 1]"},
    {"Annotated[int, Field(gt=1)]", "Annotated[int, Field(gt=1)]"},
    {"(a or b) and c", "(a or b) and c"},
    {"a or (b and c)", "a or b and c"},
    {"(a and b) and c", "(a and b) and c"},
    {"not a == b", "not a == b"},
    {"(not a) == b", "(not a) == b"},
    {"(lambda: 1)()", "(lambda: 1)()"},
    {"(a if b else c) if d else e", "(a if b else c) if d else e"},
    {"a if b else (c if d else e)", "a if b else c if d else e"},
    {"a if (b if x else y) else c", "a if (b if x else y) else c"},
    {"-1", "-1"},
    {"+1", "+1"},
    {"(-1).x", "(-1).x"},
    {"x[lambda: 1]", "x[lambda: 1]"},
    {"{**a, 'b': 1}", "{**a, 'b': 1}"},
    {"[*a, b]", "[*a, b]"},
    {"print(*a)", "print(*a)"},
    {"a<b<c", "a < b < c"},
    {"(a<b)<c", "(a < b) < c"},
    {"a.b(c)[d]", "a.b(c)[d]"},
    {"\"a\\\\b\"", "'a\\\\b'"},
    {"f'a\\nb{x}'", "f'a\\nb{x}'"},
    {"f\"{'a'}\"", "f\"{'a'}\""},
    {"f'{x:%Y-%m}'", "f'{x:%Y-%m}'"},
    {"f'{x=}'", "f'x={x!r}'"},
};

const CodeData* code_named(const CodeData& code, std::string_view name) {
    for (const Constant& constant : code.constants)
        if (constant.kind == ConstantKind::Code && constant.code->name == name) return constant.code;
    return nullptr;
}

}  // namespace

TEST_CASE("annotations become text when the future says so") {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.source));
        const test::Compiled compiled("from __future__ import annotations\ndef f(_: " + std::string(row.source) +
                                      "): pass");
        REQUIRE(compiled.is_ok());
        const CodeData* annotate = code_named(*compiled.result.code, "__annotate__");
        REQUIRE(annotate != nullptr);
        bool is_found = false;
        for (const Constant& constant : annotate->constants)
            is_found = is_found || (constant.kind == ConstantKind::Str && constant.text == row.text);
        CHECK(is_found);
    }
}

TEST_CASE("an annotation that is a chain without bound is refused when it would become text") {
    std::string chain = "a";
    for (int i = 0; i < 100000; i++) chain += ".b";
    CHECK(!test::Compiled("from __future__ import annotations\ndef f(x: " + chain + "): pass").is_ok());
    CHECK(test::Compiled("def f(x: " + chain + "): pass").is_ok());
}
