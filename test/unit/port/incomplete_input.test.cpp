#include "port/incomplete_input.h"

#include <doctest/doctest.h>

namespace exmonty {

TEST_SUITE_BEGIN("port/incomplete_input");

TEST_CASE("a statement of one line is complete") {
    for (const char* input :
         {"\n", "x = 1\n", "print('a:')\n", "x = {'a': 1}\n", "# if x:\n", "'it''s'\n", "\"unclosed\n", "x[1:2]\n"}) {
        CAPTURE(input);
        CHECK_FALSE(port::is_incomplete(input));
    }
}

TEST_CASE("brackets, strings of several lines and backslashes go on") {
    for (const char* input :
         {"f(1,\n", "x = [\n1,\n", "x = '''a\n", "x = \"\"\"a\nb\n", "x = 1 + \\\n", "s = '''it\\'''\n"}) {
        CAPTURE(input);
        CHECK(port::is_incomplete(input));
    }
    CHECK_FALSE(port::is_incomplete("f(1,\n2)\n"));
    CHECK_FALSE(port::is_incomplete("x = '''a\n'''\n"));
    CHECK_FALSE(port::is_incomplete("x = 1 + \\\n2\n"));
}

TEST_CASE("a compound statement ends with an empty line") {
    CHECK(port::is_incomplete("if x:\n"));
    CHECK(port::is_incomplete("if x:\n    y = 1\n"));
    CHECK(port::is_incomplete("if x:  # why\n"));
    CHECK_FALSE(port::is_incomplete("if x:\n    y = 1\n\n"));
    CHECK(port::is_incomplete("@decorator\n"));
    CHECK(port::is_incomplete("@decorator\ndef f(): pass\n"));
    CHECK(port::is_incomplete("def f(a,\n      b):\n"));
}

TEST_SUITE_END();

}  // namespace exmonty
