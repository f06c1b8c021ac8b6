// SyntaxErrors that the compiler finds, with the texts and positions of CPython 3.14.
#include <doctest/doctest.h>

#include "test/support/compiled.h"

using namespace exmonty;

namespace {

struct Row {
    const char* source;
    const char* message;
    int64_t line, column, end_line, end_column;
};

constexpr Row rows[] = {
    {"def f(a,a): pass", "duplicate argument 'a' in function definition", 1, 9, 1, 10},
    {"def f():\n x\n global x", "name 'x' is used prior to global declaration", 3, 2, 3, 10},
    {"def f():\n x=1\n global x", "name 'x' is assigned to before global declaration", 3, 2, 3, 10},
    {"def f(x):\n global x", "name 'x' is parameter and global", 2, 2, 2, 10},
    {"def f():\n x:int\n global x", "annotated name 'x' can't be global", 3, 2, 3, 10},
    {"def f():\n nonlocal x", "no binding for nonlocal 'x' found", 2, 2, 2, 12},
    {"nonlocal x", "nonlocal declaration not allowed at module level", 1, 1, 1, 11},
    {"break", "'break' outside loop", 1, 1, 1, 6},
    {"continue", "'continue' not properly in loop", 1, 1, 1, 9},
    {"return", "'return' outside function", 1, 1, 1, 7},
    {"class A:\n return", "'return' outside function", 2, 2, 2, 8},
    {"yield", "'yield' outside function", 1, 1, 1, 6},
    {"yield from x", "'yield from' outside function", 1, 1, 1, 13},
    {"class A: yield", "'yield' outside function", 1, 10, 1, 15},
    {"class A: yield from x", "'yield from' outside function", 1, 10, 1, 22},
    {"def f(): await x", "'await' outside async function", 1, 10, 1, 17},
    {"[(yield) for x in y]", "'yield' inside list comprehension", 1, 3, 1, 8},
    {"def f():\n return [(yield) for x in y]", "'yield' inside list comprehension", 2, 11, 2, 16},
    {"{(yield) for x in y}", "'yield' inside set comprehension", 1, 3, 1, 8},
    {"{(yield):1 for x in y}", "'yield' inside dict comprehension", 1, 3, 1, 8},
    {"{1:(yield) for x in y}", "'yield' inside dict comprehension", 1, 5, 1, 10},
    {"((yield) for x in y)", "'yield' inside generator expression", 1, 3, 1, 8},
    {"[x:=1 for x in y]", "assignment expression cannot rebind comprehension iteration variable 'x'", 1, 2, 1, 3},
    {"[y for x in (z:=1)]",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 14, 1, 18},
    {"class A: [z:=1 for x in y]",
     "assignment expression within a comprehension cannot be used in a class body", 1, 11, 1, 12},
    {"import a\nfrom __future__ import division",
     "from __future__ imports must occur at the beginning of the file", 2, 1, 2, 32},
    {"from __future__ import xyz", "future feature xyz is not defined", 1, 24, 1, 27},
    {"from __future__ import braces", "not a chance", 1, 24, 1, 30},
    {"def f():\n from a import *", "import * only allowed at module level", 2, 16, 2, 17},
    {"class A:\n from a import *", "import * only allowed at module level", 2, 16, 2, 17},
    {"f(a=1,a=2)", "keyword argument repeated: a", 1, 7, 1, 10},
    {"f(a=1,**b,a=2)", "keyword argument repeated: a", 1, 11, 1, 14},
    {"class A(a=1,a=2): pass", "keyword argument repeated: a", 1, 13, 1, 16},
    {"__debug__=1", "cannot assign to __debug__", 1, 1, 1, 10},
    {"del __debug__", "cannot delete __debug__", 1, 5, 1, 14},
    {"def f(__debug__): pass", "cannot assign to __debug__", 1, 7, 1, 16},
    {"f(__debug__=1)", "cannot assign to __debug__", 1, 3, 1, 14},
    {"x.__debug__=1", "cannot assign to __debug__", 1, 1, 1, 12},
    {"class __debug__: pass", "cannot assign to __debug__", 1, 1, 1, 22},
    {"def __debug__(): pass", "cannot assign to __debug__", 1, 1, 1, 22},
    {"try: pass\nexcept: pass\nexcept A: pass", "default 'except:' must be last", 2, 1, 2, 13},
    {"*a=1", "starred assignment target must be in a list or tuple", 1, 1, 1, 3},
    {"*a,*b=1", "multiple starred expressions in assignment", 1, 1, 1, 6},
    {"*a", "can't use starred expression here", 1, 1, 1, 3},
    {"def f():\n global x\n nonlocal x", "name 'x' is nonlocal and global", 2, 2, 2, 10},
    {"def f(x):\n nonlocal x", "name 'x' is parameter and nonlocal", 2, 2, 2, 12},
    {"def f():\n global x\n x:int=1", "annotated name 'x' can't be global", 3, 2, 3, 9},
    {"def f():\n def g():\n  nonlocal x\n  x:int=1\n x=1", "annotated name 'x' can't be nonlocal", 4, 3, 4, 10},
    {"def f(x: (yield)): pass", "yield expression cannot be used within an annotation", 1, 11, 1, 16},
    {"def f(x: (y:=1)): pass", "named expression cannot be used within an annotation", 1, 11, 1, 15},
    {"def f(x: await b): pass", "await expression cannot be used within an annotation", 1, 10, 1, 17},
    {"x: (yield)", "yield expression cannot be used within an annotation", 1, 5, 1, 10},
    {"def f():\n x: (yield)", "yield expression cannot be used within an annotation", 2, 6, 2, 11},
    {"def f():\n x: (y:=1)", "named expression cannot be used within an annotation", 2, 6, 2, 10},
    {"class A:\n x: (y:=1)", "named expression cannot be used within an annotation", 2, 6, 2, 10},
    {"import __debug__", "cannot assign to __debug__", 1, 8, 1, 17},
    {"from a import __debug__", "cannot assign to __debug__", 1, 15, 1, 24},
    {"from a import b as __debug__", "cannot assign to __debug__", 1, 15, 1, 29},
    {"for __debug__ in x: pass", "cannot assign to __debug__", 1, 5, 1, 14},
    {"with a as __debug__: pass", "cannot assign to __debug__", 1, 11, 1, 20},
    {"try: pass\nexcept E as __debug__: pass", "cannot assign to __debug__", 2, 1, 2, 28},
    {"lambda a,a: 1", "duplicate argument 'a' in function definition", 1, 10, 1, 11},
    {"lambda __debug__: 1", "cannot assign to __debug__", 1, 8, 1, 17},
    {"def f(a,*,a): pass", "duplicate argument 'a' in function definition", 1, 11, 1, 12},
    {"def f(a,*a): pass", "duplicate argument 'a' in function definition", 1, 10, 1, 11},
    {"def f(a,**a): pass", "duplicate argument 'a' in function definition", 1, 11, 1, 12},
    {"def f(a,/,a): pass", "duplicate argument 'a' in function definition", 1, 11, 1, 12},
    {"class A:\n def f(self, __x, _A__x): pass", "duplicate argument '_A__x' in function definition", 2, 19, 2, 24},
    {"def f():\n  def g(): nonlocal y\n  y=1\n  def h():\n    nonlocal q",
     "no binding for nonlocal 'q' found", 5, 5, 5, 15},
    {"class A:\n  x=1\n  def f(self):\n    nonlocal x", "no binding for nonlocal 'x' found", 4, 5, 4, 15},
    {"class A:\n nonlocal x", "no binding for nonlocal 'x' found", 2, 2, 2, 12},
    {"def f():\n class A:\n  nonlocal x", "no binding for nonlocal 'x' found", 3, 3, 3, 13},
    {"def f(): return *a", "can't use starred expression here", 1, 17, 1, 19},
    {"def f():\n print(x)\n x: int\n global x", "name 'x' is used prior to global declaration", 4, 2, 4, 10},
    {"x=1\nglobal x", "name 'x' is assigned to before global declaration", 2, 1, 2, 9},
    {"print(x)\nglobal x", "name 'x' is used prior to global declaration", 2, 1, 2, 9},
    {"def f():\n class x: pass\n global x", "name 'x' is assigned to before global declaration", 3, 2, 3, 10},
    {"def f():\n def x(): pass\n global x", "name 'x' is assigned to before global declaration", 3, 2, 3, 10},
    {"def f():\n import x\n nonlocal x", "no binding for nonlocal 'x' found", 3, 2, 3, 12},
    {"def f():\n for x in y: pass\n nonlocal x", "name 'x' is assigned to before nonlocal declaration", 3, 2, 3, 12},
    {"def f():\n x\n nonlocal x", "name 'x' is used prior to nonlocal declaration", 3, 2, 3, 12},
    {"def f():\n x:int\n nonlocal x", "annotated name 'x' can't be nonlocal", 3, 2, 3, 12},
    {"def f():\n  [x for x in y if (x:=1)]",
     "assignment expression cannot rebind comprehension iteration variable 'x'", 2, 21, 2, 22},
    {"[[(j:=0) for i in r] for j in r]",
     "assignment expression cannot rebind comprehension iteration variable 'j'", 1, 4, 1, 5},
    {"[i for i in r if True or (j:=0) for j in r]",
     "comprehension inner loop cannot rebind assignment expression target 'j'", 1, 37, 1, 38},
    {"[i for i in r for j in (k:=r)]",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 25, 1, 29},
    {"[i for i in [j for j in (k:=r)]]",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 26, 1, 30},
    {"[i for i in (lambda: (k:=r))()]",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 23, 1, 27},
    {"*a,=*b", "can't use starred expression here", 1, 5, 1, 7},
    {"for *a in b: pass", "starred assignment target must be in a list or tuple", 1, 5, 1, 7},
    {"a,*b,*c=d", "multiple starred expressions in assignment", 1, 1, 1, 8},
    {"[*a,*b]=c", "multiple starred expressions in assignment", 1, 1, 1, 8},
    {"[[*a,*b],c]=d", "multiple starred expressions in assignment", 1, 2, 1, 9},
    {"for x in y:\n def f():\n  break", "'break' outside loop", 3, 3, 3, 8},
    {"for x in y:\n def f():\n  continue", "'continue' not properly in loop", 3, 3, 3, 11},
    {"while 1:\n class A:\n  break", "'break' outside loop", 3, 3, 3, 8},
    {"if x:\n break", "'break' outside loop", 2, 2, 2, 7},
    {"try: pass\nfinally: continue", "'continue' not properly in loop", 2, 10, 2, 18},
    {"for x in y: pass\nelse: break", "'break' outside loop", 2, 7, 2, 12},
    {"while x: pass\nelse: continue", "'continue' not properly in loop", 2, 7, 2, 15},
    {"def f():\n x = 1\n def g():\n  global x\n  def h():\n   nonlocal x",
     "no binding for nonlocal 'x' found", 6, 4, 6, 14},
    {"def f():\n nonlocal_ = 1\n return x\n x = 1\n global x",
     "name 'x' is used prior to global declaration", 5, 2, 5, 10},
    {"x = 1\ndef f():\n del x\n global x", "name 'x' is assigned to before global declaration", 4, 2, 4, 10},
    {"def f():\n x += 1\n global x", "name 'x' is assigned to before global declaration", 3, 2, 3, 10},
    {"def f():\n (x := 1)\n global x", "name 'x' is assigned to before global declaration", 3, 2, 3, 10},
    {"def f():\n [(x := 1) for a in b]\n global x", "name 'x' is assigned to before global declaration", 3, 2, 3, 10},
    {"def f():\n nonlocal x\n [(x := 1) for a in b]", "no binding for nonlocal 'x' found", 2, 2, 2, 12},
    {"[(a := 1) for b in c if (b := 2)]",
     "assignment expression cannot rebind comprehension iteration variable 'b'", 1, 26, 1, 27},
    {"[a for b in (c for d in e if (b := d))]",
     "assignment expression cannot be used in a comprehension iterable expression", 1, 31, 1, 37},
    {"(a for b in c if (b := 1))",
     "assignment expression cannot rebind comprehension iteration variable 'b'", 1, 19, 1, 20},
    {"{a: (b := 1) for b in c}",
     "assignment expression cannot rebind comprehension iteration variable 'b'", 1, 6, 1, 7},
    {"class A:\n [[(a := 1) for b in c] for d in e]",
     "assignment expression within a comprehension cannot be used in a class body", 2, 5, 2, 6},
    {"from __future__ import annotations\nx: (yield)",
     "yield expression cannot be used within an annotation", 2, 5, 2, 10},
    {"x=1; from __future__ import annotations",
     "from __future__ imports must occur at the beginning of the file", 1, 6, 1, 40},
    {"from __future__ import annotations; from __future__ import nope",
     "future feature nope is not defined", 1, 60, 1, 64},
    {"'a'\n'b'\nfrom __future__ import annotations",
     "from __future__ imports must occur at the beginning of the file", 3, 1, 3, 35},
    {"def f():\n from __future__ import annotations",
     "from __future__ imports must occur at the beginning of the file", 2, 2, 2, 36},
    {"a[0]: (x:=1)", "named expression cannot be used within an annotation", 1, 8, 1, 12},
    {"assert (yield)", "'yield' outside function", 1, 9, 1, 14},
    {"x = lambda: await y", "'await' outside async function", 1, 13, 1, 20},
    {"[x async for x in y]", "asynchronous comprehension outside of an asynchronous function", 1, 1, 1, 21},
    {"def f(): return [x async for x in y]",
     "asynchronous comprehension outside of an asynchronous function", 1, 17, 1, 37},
    {"def f(): return {x async for x in y}",
     "asynchronous comprehension outside of an asynchronous function", 1, 17, 1, 37},
    {"def f():\n global x\n def g():\n  nonlocal x", "no binding for nonlocal 'x' found", 4, 3, 4, 13},
    {"def f():\n x = 1\n class A:\n  x = x\n  nonlocal x",
     "name 'x' is used prior to nonlocal declaration", 5, 3, 5, 13},
    {"def f(*, a, b=1, a): pass", "duplicate argument 'a' in function definition", 1, 18, 1, 19},
    {"with a, b as *c: pass", "starred assignment target must be in a list or tuple", 1, 14, 1, 16},
    {"with a as (*b, *c): pass", "multiple starred expressions in assignment", 1, 11, 1, 19},
    {"for a, *b, *c in d: pass", "multiple starred expressions in assignment", 1, 5, 1, 14},
    {"[a for *b, *c in d]", "multiple starred expressions in assignment", 1, 8, 1, 14},
    {"[a for *b in d]", "starred assignment target must be in a list or tuple", 1, 8, 1, 10},
    {"x = *a", "can't use starred expression here", 1, 5, 1, 7},
    {"return *a, b", "'return' outside function", 1, 1, 1, 13},
    {"def f(): yield *a", "can't use starred expression here", 1, 16, 1, 18},
    {"lambda *a, a: 1", "duplicate argument 'a' in function definition", 1, 9, 1, 10},
    {"if 1:\n  def f(): nonlocal z", "no binding for nonlocal 'z' found", 2, 12, 2, 22},
    {"@(yield)\ndef f(): pass", "'yield' outside function", 1, 3, 1, 8},
    {"def f(a=(yield)): pass", "'yield' outside function", 1, 10, 1, 15},
    {"class A((yield)): pass", "'yield' outside function", 1, 10, 1, 15},
    {"def f() -> (yield): pass", "yield expression cannot be used within an annotation", 1, 13, 1, 18},
    {"def f(*a: (yield)): pass", "yield expression cannot be used within an annotation", 1, 12, 1, 17},
    {"import a as __debug__, b", "cannot assign to __debug__", 1, 8, 1, 22},
    {"__debug__ += 1", "cannot assign to __debug__", 1, 1, 1, 10},
    {"__debug__: int", "cannot assign to __debug__", 1, 1, 1, 10},
    {"(__debug__ := 1)", "cannot assign to __debug__", 1, 2, 1, 11},
    {"[__debug__ for __debug__ in x]", "cannot assign to __debug__", 1, 16, 1, 25},
    {"for x.__debug__ in y: pass", "cannot assign to __debug__", 1, 5, 1, 16},
    {"del x.__debug__", "cannot delete __debug__", 1, 5, 1, 16},
    {"x.__debug__ += 1", "cannot assign to __debug__", 1, 1, 1, 12},
    {"global __debug__\n__debug__ = 1", "cannot assign to __debug__", 2, 1, 2, 10},
    {"def f():\n  try: pass\n  except: pass\n  except: pass", "default 'except:' must be last", 3, 3, 3, 15},
    {"def f():\n x: int = 1\n nonlocal x", "annotated name 'x' can't be nonlocal", 3, 2, 3, 12},
    {"def f(a):\n  a: int\n  global a", "name 'a' is parameter and global", 3, 3, 3, 11},
    {"f(a=1, b=2, c=3, b=4, a=5)", "keyword argument repeated: a", 1, 23, 1, 26},
};

constexpr const char* accepted[] = {
    "class A:\n def f(self):\n  nonlocal __class__",
    "def f():\n global __debug__",
    "lambda: (yield)",
    "def f(x:[z:=1 for a in b]): pass",
    "import a.__debug__",
    "global x\nx:int",
    "def f():\n import x\n global x",
    "a[*b]=1",
    "for *a, in b: pass",
    "def f(x):\n def g():\n  x = 2\n  def h():\n   nonlocal x\n   x=3",
    "class A:\n __x = 1\n def f(self):\n  global __x\n  __x = 2",
    "def f():\n global a, b, a",
    "def f():\n global x\n [(x := 1) for a in b]",
    "def g():\n x = 1\n def f():\n  nonlocal x\n  [(x := 1) for a in b]",
    "[lambda: (b := 1) for b in c]",
    "[(lambda: (b := 1)) for b in c]",
    "class A:\n def f(self):\n  [(a := 1) for b in c]",
    "'doc'\nfrom __future__ import annotations\nfrom __future__ import division",
    "for x in y:\n try: pass\n finally:\n  break",
    "def f():\n yield\n return 1",
    "(a): int = 1",
    "a.b: int = 1",
    "def f():\n (a): int",
    "super = 1\nclass A:\n def f(self): return super().x",
    "def f(): return *a, b",
    "def f(): yield *a, b",
    "def f(): x = yield *a, b",
    "x = *a, b",
    "for x in *a, b: pass",
    "a[*b, c]",
    "print(*a, **b, c=1)",
    "lambda a, b=a: 1",
    "def f():\n def g(a=(yield)): pass",
    "def f(*a: *b): pass",
    "with a as __debug__.x: pass",
};

constexpr const char* not_yet[] = {
    "async def f(): pass",
    "type X = int",
    "def f[T](): pass",
    "class A[T]: pass",
    "x = t'{y}'",
    "await x",
};

}  // namespace

TEST_CASE("what CPython refuses is refused with its text and position") {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.source));
        const test::Compiled compiled(row.source);
        REQUIRE(compiled.result.status == CompileStatus::Failed);
        const SyntaxError& error = compiled.result.error;
        CHECK(error.message == row.message);
        CHECK(error.line == row.line);
        CHECK(error.column == row.column);
        CHECK(error.end_line == row.end_line);
        CHECK(error.end_column == row.end_column);
    }
}

TEST_CASE("what looks alike but is right is accepted") {
    for (const char* source : accepted) {
        CAPTURE(std::string(source));
        CHECK(test::Compiled(source).is_ok());
    }
}

TEST_CASE("what is not supported yet is refused before anything runs") {
    for (const char* source : not_yet) {
        CAPTURE(std::string(source));
        const test::Compiled compiled(source);
        REQUIRE(compiled.result.status == CompileStatus::Failed);
        CHECK(compiled.result.error.message.starts_with("exmonty does not support"));
        CHECK(compiled.result.error.line == 1);
    }
}

TEST_CASE("columns of an error count characters") {
    const test::Compiled compiled("x = 'éé'; return");
    CHECK(compiled.result.error.column == 11);
    CHECK(compiled.result.error.end_column == 17);
    CHECK(compiled.result.error.text == "x = 'éé'; return");
}
