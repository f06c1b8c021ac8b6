// A run that became bytes goes on as if it had not.

#include <doctest/doctest.h>

#include "test/support/snapshots.h"

namespace exmonty::test {

TEST_CASE("equal state, equal bytes") {
    for (std::string_view source : pausing_sources()) CHECK(paused_snapshot(source) == paused_snapshot(source));
}

TEST_CASE("paused runs are loaded and end well") {
    for (std::string_view source : pausing_sources()) {
        const Played played = play(paused_snapshot(source));
        CAPTURE(source);
        CAPTURE(played.text);
        CHECK(played.fault == LoadFault::none);
        CHECK(played.end == ProgressKind::complete);
    }
}

TEST_CASE("an idle session keeps its globals, classes and functions") {
    const std::string bytes = idle_snapshot("import math\ncount = 1\ndef more():\n    global count\n    count += 1\n    return math.floor(count + 0.5)\n"
                                            "class C:\n    def m(self): return self.v\nc = C()\nc.v = [more]\n");
    const Played played = play(bytes, "print(c.m()[0](), count, c.v[0] is more, type(c) is C)\n");
    CHECK(played.text == "2 2 True True\n");
}

TEST_CASE("a program goes through bytes") {
    const Played played = play_program(program_snapshot("print(sum(n * n for n in range(5)))\n"));
    CHECK(played.fault == LoadFault::none);
    CHECK(played.text == "30\n");
}

TEST_CASE("depth and rings need no depth of the loader") {
    const std::string deep = idle_snapshot("deep = []\nfor _ in range(100000): deep = [deep]\n");
    CHECK(play(deep, "print(len(deep), deep[0] is deep)\n").text == "1 False\n");
    const std::string rings = idle_snapshot("from collections import deque\nclass C: pass\n"
                                            "a = []\na.append(a)\nd = {}\nd[0] = d\nt = ([],)\nt[0].append(t)\nq = deque()\nq.append(q)\n"
                                            "c = C()\nc.c = c\nC.me = C\ndef f(): return f\nf.f = f\ne = ValueError()\ne.__context__ = e.e = e\n"
                                            "g = (g for _ in a)\nm = a.append\na.append(m)\n");
    CHECK(play(rings, "print(a[0] is a, d[0] is d, t[0][0] is t, q[0] is q, c.c is c, C.me is C, f.f is f, e.e is e, next(g) is g, a[1] == m)\n").text ==
          "True True True True True True True True True True\n");
}

TEST_CASE("limits of the loader hold") {
    const std::string bytes = idle_snapshot("x = 'y' * 1000\n");
    const Played played = play(bytes, "while True: pass\n");
    CHECK(played.end == ProgressKind::failed);
    CHECK(played.text.find("the step limit was reached") != std::string::npos);
}

}  // namespace exmonty::test
