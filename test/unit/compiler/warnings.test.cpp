// SyntaxWarnings, with the texts and lines of CPython 3.14.
#include <doctest/doctest.h>

#include "test/support/compiled.h"

using namespace exmonty;

namespace {

// An empty message: there is no warning.
struct Row {
    const char* source;
    const char* message;
    uint32_t line;
};

constexpr Row rows[] = {
    {"x is 1", "\"is\" with 'int' literal. Did you mean \"==\"?", 1},
    {"x is not 'a'", "\"is not\" with 'str' literal. Did you mean \"!=\"?", 1},
    {"1 is x", "\"is\" with 'int' literal. Did you mean \"==\"?", 1},
    {"x is -1", "", 0},
    {"x is ()", "\"is\" with 'tuple' literal. Did you mean \"==\"?", 1},
    {"x is None", "", 0},
    {"x is True", "", 0},
    {"x is (1,2)", "\"is\" with 'tuple' literal. Did you mean \"==\"?", 1},
    {"x is y is 2", "\"is\" with 'int' literal. Did you mean \"==\"?", 1},
    {"'a'()", "'str' object is not callable; perhaps you missed a comma?", 1},
    {"1()", "'int' object is not callable; perhaps you missed a comma?", 1},
    {"(1,2)(3)", "'tuple' object is not callable; perhaps you missed a comma?", 1},
    {"[1](2)", "'list' object is not callable; perhaps you missed a comma?", 1},
    {"f'{x}'(1)", "'str' object is not callable; perhaps you missed a comma?", 1},
    {"{}()", "'dict' object is not callable; perhaps you missed a comma?", 1},
    {"{1}()", "'set' object is not callable; perhaps you missed a comma?", 1},
    {"[x for x in y](1)", "'list' object is not callable; perhaps you missed a comma?", 1},
    {"(x for x in y)(1)", "'generator' object is not callable; perhaps you missed a comma?", 1},
    {"lambda: x()", "", 0},
    {"(lambda: x)()", "", 0},
    {"None[0]", "'NoneType' object is not subscriptable; perhaps you missed a comma?", 1},
    {"1[0]", "'int' object is not subscriptable; perhaps you missed a comma?", 1},
    {"True[0]", "'bool' object is not subscriptable; perhaps you missed a comma?", 1},
    {"...[0]", "'ellipsis' object is not subscriptable; perhaps you missed a comma?", 1},
    {"{1}[0]", "'set' object is not subscriptable; perhaps you missed a comma?", 1},
    {"'a'['b']", "str indices must be integers or slices, not str; perhaps you missed a comma?", 1},
    {"[1]['a']", "list indices must be integers or slices, not str; perhaps you missed a comma?", 1},
    {"[1][2,3]", "list indices must be integers or slices, not tuple; perhaps you missed a comma?", 1},
    {"[1][x]", "", 0},
    {"(1,2)['a']", "tuple indices must be integers or slices, not str; perhaps you missed a comma?", 1},
    {"[1][1.0]", "list indices must be integers or slices, not float; perhaps you missed a comma?", 1},
    {"[1][True]", "", 0},
    {"[1][None]", "list indices must be integers or slices, not NoneType; perhaps you missed a comma?", 1},
    {"f'{x}'['a']", "str indices must be integers or slices, not str; perhaps you missed a comma?", 1},
    {"'a'[lambda: 1]", "str indices must be integers or slices, not function; perhaps you missed a comma?", 1},
    {"(lambda: 1)[0]", "'function' object is not subscriptable; perhaps you missed a comma?", 1},
    {"{1:2}['a']", "", 0},
    {"assert (x, 'm')", "assertion is always true, perhaps remove parentheses?", 1},
    {"assert ()", "", 0},
    {"assert (x,)", "assertion is always true, perhaps remove parentheses?", 1},
    {"def f():\n try: pass\n finally: return 1", "'return' in a 'finally' block", 3},
    {"while x:\n try: pass\n finally: break", "'break' in a 'finally' block", 3},
    {"while x:\n try: pass\n finally: continue", "'continue' in a 'finally' block", 3},
    {"try: pass\nfinally:\n while x: break", "", 0},
    {"try: pass\nfinally:\n def f(): return 1", "", 0},
    {"try: pass\nfinally:\n for x in y: pass\n else:\n  pass", "", 0},
    {"def f():\n try: pass\n finally:\n  while x:\n   return\n  if x: return 2", "'return' in a 'finally' block", 6},
    {"x == 1 is 2", "\"is\" with 'int' literal. Did you mean \"==\"?", 1},
    {"(1)[0]", "'int' object is not subscriptable; perhaps you missed a comma?", 1},
    {"b'a'['x']", "bytes indices must be integers or slices, not str; perhaps you missed a comma?", 1},
    {"b'a'()", "'bytes' object is not callable; perhaps you missed a comma?", 1},
    {"1.5 is x", "\"is\" with 'float' literal. Did you mean \"==\"?", 1},
    {"x is 2j", "\"is\" with 'complex' literal. Did you mean \"==\"?", 1},
    {"x is ...", "", 0},
    {"[x is 1 for x in y]", "\"is\" with 'int' literal. Did you mean \"==\"?", 1},
    {"if 0: x is 1", "\"is\" with 'int' literal. Did you mean \"==\"?", 1},
    {"1[0] = 2", "", 0},
    {"del 1[0]", "", 0},
    {"[1]['a'] = 1", "", 0},
    {"x is f'{y}'", "", 0},
    {"'a'[1:2]", "", 0},
    {"[1][[2]]", "list indices must be integers or slices, not list; perhaps you missed a comma?", 1},
    {"[1]['a'+'b']", "", 0},
    {"[1][-1]", "", 0},
    {"[1][not x]", "", 0},
    {"[1][x and y]", "", 0},
    {"[1][{}]", "list indices must be integers or slices, not dict; perhaps you missed a comma?", 1},
    {"[1][(x for x in y)]", "list indices must be integers or slices, not generator; perhaps you missed a comma?", 1},
    {"-1()", "'int' object is not callable; perhaps you missed a comma?", 1},
    {"(-1)[0]", "", 0},
    {"(1+2)()", "", 0},
    {"x = 'a' ('b')", "'str' object is not callable; perhaps you missed a comma?", 1},
};

}  // namespace

TEST_CASE("what is likely to be a mistake is warned of") {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.source));
        const test::Compiled compiled(row.source);
        REQUIRE(compiled.is_ok());
        const auto warnings = compiled.result.warnings;
        REQUIRE(warnings.size() == (row.line == 0 ? 0 : 1));
        if (row.line == 0) continue;
        CHECK(warnings[0].message == row.message);
        CHECK(warnings[0].span.line == row.line);
    }
}
