#include "vm/syntax/parser.h"

#include <doctest/doctest.h>

#include <string>

#include "test/support/ast_dump.h"
#include "test/support/test_arena.h"

using namespace exmonty;

namespace {

struct Row {
    const char* source;
    const char* body;  // of the Module, as CPython 3.14 has it
};

constexpr Row Rows[] = {
    {R"py(2+2)py",
     R"(Expr(value=BinOp(left=Constant(value=0x2), op=Add(), right=Constant(value=0x2))))"},
    {R"py(a.b.c[1](2)(x=3, *y, **z))py",
     R"(Expr(value=Call(func=Call(func=Subscript(value=Attribute(value=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load()), attr='c', ctx=Load()), slice=Constant(value=0x1), ctx=Load()), args=[Constant(value=0x2)]), args=[Starred(value=Name(id='y', ctx=Load()), ctx=Load())], keywords=[keyword(arg='x', value=Constant(value=0x3)), keyword(value=Name(id='z', ctx=Load()))])))"},
    {R"py(x = y = 1, *z)py",
     R"(Assign(targets=[Name(id='x', ctx=Store()), Name(id='y', ctx=Store())], value=Tuple(elts=[Constant(value=0x1), Starred(value=Name(id='z', ctx=Load()), ctx=Load())], ctx=Load())))"},
    {R"py(x: int = 5)py",
     R"(AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()), value=Constant(value=0x5), simple=1))"},
    {R"py((x): int)py",
     R"(AnnAssign(target=Name(id='x', ctx=Store()), annotation=Name(id='int', ctx=Load()), simple=0))"},
    {R"py(a.b += 1)py",
     R"(AugAssign(target=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Store()), op=Add(), value=Constant(value=0x1)))"},
    {R"py(a, (b, [*c]) = d)py",
     R"(Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Tuple(elts=[Name(id='b', ctx=Store()), List(elts=[Starred(value=Name(id='c', ctx=Store()), ctx=Store())], ctx=Store())], ctx=Store())], ctx=Store())], value=Name(id='d', ctx=Load())))"},
    {R"py(del a, (b, c), d[0])py",
     R"(Delete(targets=[Name(id='a', ctx=Del()), Tuple(elts=[Name(id='b', ctx=Del()), Name(id='c', ctx=Del())], ctx=Del()), Subscript(value=Name(id='d', ctx=Load()), slice=Constant(value=0x0), ctx=Del())]))"},
    {R"py(1 if a else 2 if b else 3)py",
     R"(Expr(value=IfExp(test=Name(id='a', ctx=Load()), body=Constant(value=0x1), orelse=IfExp(test=Name(id='b', ctx=Load()), body=Constant(value=0x2), orelse=Constant(value=0x3)))))"},
    {R"py(a or b and not c)py",
     R"(Expr(value=BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), BoolOp(op=And(), values=[Name(id='b', ctx=Load()), UnaryOp(op=Not(), operand=Name(id='c', ctx=Load()))])])))"},
    {R"py(a < b <= c is not d not in e)py",
     R"(Expr(value=Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), LtE(), IsNot(), NotIn()], comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load()), Name(id='d', ctx=Load()), Name(id='e', ctx=Load())])))"},
    {R"py(-a ** -b)py",
     R"(Expr(value=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=UnaryOp(op=USub(), operand=Name(id='b', ctx=Load()))))))"},
    {R"py(2 ** 3 ** 4)py",
     R"(Expr(value=BinOp(left=Constant(value=0x2), op=Pow(), right=BinOp(left=Constant(value=0x3), op=Pow(), right=Constant(value=0x4)))))"},
    {R"py(a | b ^ c & d << e + f * ~g)py",
     R"(Expr(value=BinOp(left=Name(id='a', ctx=Load()), op=BitOr(), right=BinOp(left=Name(id='b', ctx=Load()), op=BitXor(), right=BinOp(left=Name(id='c', ctx=Load()), op=BitAnd(), right=BinOp(left=Name(id='d', ctx=Load()), op=LShift(), right=BinOp(left=Name(id='e', ctx=Load()), op=Add(), right=BinOp(left=Name(id='f', ctx=Load()), op=Mult(), right=UnaryOp(op=Invert(), operand=Name(id='g', ctx=Load()))))))))))"},
    {R"py(lambda a, /, b=1, *c, d, e=2, **f: 0)py",
     R"(Expr(value=Lambda(args=arguments(posonlyargs=[arg(arg='a')], args=[arg(arg='b')], vararg=arg(arg='c'), kwonlyargs=[arg(arg='d'), arg(arg='e')], kw_defaults=[None, Constant(value=0x2)], kwarg=arg(arg='f'), defaults=[Constant(value=0x1)]), body=Constant(value=0x0))))"},
    {R"py(def f[T: int, *U, **V = 1](a: int, /, *args: *U, b=1, **k) -> str: pass)py",
     R"(FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a', annotation=Name(id='int', ctx=Load()))], vararg=arg(arg='args', annotation=Starred(value=Name(id='U', ctx=Load()), ctx=Load())), kwonlyargs=[arg(arg='b')], kw_defaults=[Constant(value=0x1)], kwarg=arg(arg='k')), body=[Pass()], returns=Name(id='str', ctx=Load()), type_params=[TypeVar(name='T', bound=Name(id='int', ctx=Load())), TypeVarTuple(name='U'), ParamSpec(name='V', default_value=Constant(value=0x1))]))"},
    {R"py(@d.e
@f
class A[T](B, metaclass=C): x = 1)py",
     R"(ClassDef(name='A', bases=[Name(id='B', ctx=Load())], keywords=[keyword(arg='metaclass', value=Name(id='C', ctx=Load()))], body=[Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=0x1))], decorator_list=[Attribute(value=Name(id='d', ctx=Load()), attr='e', ctx=Load()), Name(id='f', ctx=Load())], type_params=[TypeVar(name='T')]))"},
    {R"py(async def f():
  async with a as b: await c
  async for x in y: pass
  return [z async for z in w if v])py",
     R"(AsyncFunctionDef(name='f', args=arguments(), body=[AsyncWith(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store()))], body=[Expr(value=Await(value=Name(id='c', ctx=Load())))]), AsyncFor(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), body=[Pass()]), Return(value=ListComp(elt=Name(id='z', ctx=Load()), generators=[comprehension(target=Name(id='z', ctx=Store()), iter=Name(id='w', ctx=Load()), ifs=[Name(id='v', ctx=Load())], is_async=1)]))]))"},
    {R"py(with (a as b, c as d,): pass)py",
     R"(With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()), optional_vars=Name(id='d', ctx=Store()))], body=[Pass()]))"},
    {R"py(with (a, b) as c: pass)py",
     R"(With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Pass()]))"},
    {R"py(with (yield): pass)py",
     R"(With(items=[withitem(context_expr=Yield())], body=[Pass()]))"},
    {R"py(if a: b
elif c: d
else: e)py",
     R"(If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))], orelse=[If(test=Name(id='c', ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))], orelse=[Expr(value=Name(id='e', ctx=Load()))])]))"},
    {R"py(for a, *b in c: break
else: continue)py",
     R"(For(target=Tuple(elts=[Name(id='a', ctx=Store()), Starred(value=Name(id='b', ctx=Store()), ctx=Store())], ctx=Store()), iter=Name(id='c', ctx=Load()), body=[Break()], orelse=[Continue()]))"},
    {R"py(while x: pass
else: y)py",
     R"(While(test=Name(id='x', ctx=Load()), body=[Pass()], orelse=[Expr(value=Name(id='y', ctx=Load()))]))"},
    {R"py(try: a
except B, C: d
except E as f: g
else: h
finally: i)py",
     R"(Try(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptHandler(type=Tuple(elts=[Name(id='B', ctx=Load()), Name(id='C', ctx=Load())], ctx=Load()), body=[Expr(value=Name(id='d', ctx=Load()))]), ExceptHandler(type=Name(id='E', ctx=Load()), name='f', body=[Expr(value=Name(id='g', ctx=Load()))])], orelse=[Expr(value=Name(id='h', ctx=Load()))], finalbody=[Expr(value=Name(id='i', ctx=Load()))]))"},
    {R"py(try: a
except* B: c)py",
     R"(TryStar(body=[Expr(value=Name(id='a', ctx=Load()))], handlers=[ExceptHandler(type=Name(id='B', ctx=Load()), body=[Expr(value=Name(id='c', ctx=Load()))])]))"},
    {R"py(match x:
  case 1 | -2 | 3+4j: pass
  case {'a': b, **c}: pass
  case A(b, c=d): pass
  case [a, *_]: pass
  case a.b: pass
  case (None as x): pass
  case str() if y: pass
  case _: pass)py",
     R"(Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=MatchOr(patterns=[MatchValue(value=Constant(value=0x1)), MatchValue(value=UnaryOp(op=USub(), operand=Constant(value=0x2))), MatchValue(value=BinOp(left=Constant(value=0x3), op=Add(), right=Constant(value=4j)))]), body=[Pass()]), match_case(pattern=MatchMapping(keys=[Constant(value='a')], patterns=[MatchAs(name='b')], rest='c'), body=[Pass()]), match_case(pattern=MatchClass(cls=Name(id='A', ctx=Load()), patterns=[MatchAs(name='b')], kwd_attrs=['c'], kwd_patterns=[MatchAs(name='d')]), body=[Pass()]), match_case(pattern=MatchSequence(patterns=[MatchAs(name='a'), MatchStar()]), body=[Pass()]), match_case(pattern=MatchValue(value=Attribute(value=Name(id='a', ctx=Load()), attr='b', ctx=Load())), body=[Pass()]), match_case(pattern=MatchAs(pattern=MatchSingleton(value=None), name='x'), body=[Pass()]), match_case(pattern=MatchClass(cls=Name(id='str', ctx=Load())), guard=Name(id='y', ctx=Load()), body=[Pass()]), match_case(pattern=MatchAs(), body=[Pass()])]))"},
    {R"py(match = case = type = 1)py",
     R"(Assign(targets=[Name(id='match', ctx=Store()), Name(id='case', ctx=Store()), Name(id='type', ctx=Store())], value=Constant(value=0x1)))"},
    {R"py(match(x))py",
     R"(Expr(value=Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', ctx=Load())])))"},
    {R"py(match [a, b]:
  case _: pass)py",
     R"(Match(subject=List(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), cases=[match_case(pattern=MatchAs(), body=[Pass()])]))"},
    {R"py(type X[T] = T)py",
     R"(TypeAlias(name=Name(id='X', ctx=Store()), type_params=[TypeVar(name='T')], value=Name(id='T', ctx=Load())))"},
    {R"py(type (x))py",
     R"(Expr(value=Call(func=Name(id='type', ctx=Load()), args=[Name(id='x', ctx=Load())])))"},
    {R"py(import a.b as c, d)py",
     R"(Import(names=[alias(name='a.b', asname='c'), alias(name='d')]))"},
    {R"py(from ..a.b import (c as d, e,))py",
     R"(ImportFrom(module='a.b', names=[alias(name='c', asname='d'), alias(name='e')], level=2))"},
    {R"py(from . import *)py",
     R"(ImportFrom(names=[alias(name='*')], level=1))"},
    {R"py(global a, b)py",
     R"(Global(names=['a', 'b']))"},
    {R"py(raise A from b)py",
     R"(Raise(exc=Name(id='A', ctx=Load()), cause=Name(id='b', ctx=Load())))"},
    {R"py(assert a, b)py",
     R"(Assert(test=Name(id='a', ctx=Load()), msg=Name(id='b', ctx=Load())))"},
    {R"py(return *a, b)py",
     R"(Return(value=Tuple(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load()), Name(id='b', ctx=Load())], ctx=Load())))"},
    {R"py(yield a)py",
     R"(Expr(value=Yield(value=Name(id='a', ctx=Load()))))"},
    {R"py(x = yield from a)py",
     R"(Assign(targets=[Name(id='x', ctx=Store())], value=YieldFrom(value=Name(id='a', ctx=Load()))))"},
    {R"py(print((y := f(x))))py",
     R"(Expr(value=Call(func=Name(id='print', ctx=Load()), args=[NamedExpr(target=Name(id='y', ctx=Store()), value=Call(func=Name(id='f', ctx=Load()), args=[Name(id='x', ctx=Load())]))])))"},
    {R"py({1: 2, **a, 'b': c})py",
     R"(Expr(value=Dict(keys=[Constant(value=0x1), None, Constant(value='b')], values=[Constant(value=0x2), Name(id='a', ctx=Load()), Name(id='c', ctx=Load())])))"},
    {R"py({1, *a})py",
     R"(Expr(value=Set(elts=[Constant(value=0x1), Starred(value=Name(id='a', ctx=Load()), ctx=Load())])))"},
    {R"py({})py",
     R"(Expr(value=Dict()))"},
    {R"py(())py",
     R"(Expr(value=Tuple(ctx=Load())))"},
    {R"py((a,))py",
     R"(Expr(value=Tuple(elts=[Name(id='a', ctx=Load())], ctx=Load())))"},
    {R"py([*a, b])py",
     R"(Expr(value=List(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load()), Name(id='b', ctx=Load())], ctx=Load())))"},
    {R"py({k: v for k, v in x})py",
     R"(Expr(value=DictComp(key=Name(id='k', ctx=Load()), value=Name(id='v', ctx=Load()), generators=[comprehension(target=Tuple(elts=[Name(id='k', ctx=Store()), Name(id='v', ctx=Store())], ctx=Store()), iter=Name(id='x', ctx=Load()), is_async=0)])))"},
    {R"py({a for b in c for d in e if f if g})py",
     R"(Expr(value=SetComp(elt=Name(id='a', ctx=Load()), generators=[comprehension(target=Name(id='b', ctx=Store()), iter=Name(id='c', ctx=Load()), is_async=0), comprehension(target=Name(id='d', ctx=Store()), iter=Name(id='e', ctx=Load()), ifs=[Name(id='f', ctx=Load()), Name(id='g', ctx=Load())], is_async=0)])))"},
    {R"py(f(x for x in y))py",
     R"(Expr(value=Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name(id='x', ctx=Load()), generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), is_async=0)])])))"},
    {R"py(f((x for x in y), 1))py",
     R"(Expr(value=Call(func=Name(id='f', ctx=Load()), args=[GeneratorExp(elt=Name(id='x', ctx=Load()), generators=[comprehension(target=Name(id='x', ctx=Store()), iter=Name(id='y', ctx=Load()), is_async=0)]), Constant(value=0x1)])))"},
    {R"py(a[1:2, ::3, *b, :])py",
     R"(Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=Tuple(elts=[Slice(lower=Constant(value=0x1), upper=Constant(value=0x2)), Slice(step=Constant(value=0x3)), Starred(value=Name(id='b', ctx=Load()), ctx=Load()), Slice()], ctx=Load()), ctx=Load())))"},
    {R"py(a[b:=1])py",
     R"(Expr(value=Subscript(value=Name(id='a', ctx=Load()), slice=NamedExpr(target=Name(id='b', ctx=Store()), value=Constant(value=0x1)), ctx=Load())))"},
    {R"py('a' "b" '''c''')py",
     R"(Expr(value=Constant(value='abc')))"},
    {R"py(b'a' rb'\b')py",
     R"(Expr(value=Constant(value=bx'615c62')))"},
    {R"py(u'a')py",
     R"(Expr(value=Constant(value='a', kind=u)))"},
    {R"py('\x41\u00e9\ud800\101\
\q')py",
     R"(Expr(value=Constant(value=x'41c3a9eda080415c71')))"},
    {R"py(f'a{b!r:>{c}}d{{e')py",
     R"(Expr(value=JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', ctx=Load()), conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='c', ctx=Load()), conversion=-1)])), Constant(value='d{e')])))"},
    {R"py(f'{x = }')py",
     R"(Expr(value=JoinedStr(values=[Constant(value='x = '), FormattedValue(value=Name(id='x', ctx=Load()), conversion=114)])))"},
    {R"py(t'{x}{y!s}')py",
     R"(Expr(value=TemplateStr(values=[Interpolation(value=Name(id='x', ctx=Load()), str='x', conversion=-1), Interpolation(value=Name(id='y', ctx=Load()), str='y', conversion=115)])))"},
    {R"py(f'{a}' 'b' f'c')py",
     R"(Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load()), conversion=-1), Constant(value='bc')])))"},
    {R"py(0xFF + 0b11 + 0o17 + 1_000 + 1.5e3 + 2j)py",
     R"(Expr(value=BinOp(left=BinOp(left=BinOp(left=BinOp(left=BinOp(left=Constant(value=0xff), op=Add(), right=Constant(value=0x3)), op=Add(), right=Constant(value=0xf)), op=Add(), right=Constant(value=0x3e8)), op=Add(), right=Constant(value=1500)), op=Add(), right=Constant(value=2j))))"},
    {R"py(123456789012345678901234567890)py",
     R"(Expr(value=Constant(value=0x18ee90ff6c373e0ee4e3f0ad2)))"},
    {R"py(x = '''a
b''')py",
     R"(Assign(targets=[Name(id='x', ctx=Store())], value=Constant(value=x'610a62')))"},
    {R"py(ﬁ = 1)py",
     R"(Assign(targets=[Name(id='fi', ctx=Store())], value=Constant(value=0x1)))"},
    {R"py(a if b else lambda: c)py",
     R"(Expr(value=IfExp(test=Name(id='b', ctx=Load()), body=Name(id='a', ctx=Load()), orelse=Lambda(args=arguments(), body=Name(id='c', ctx=Load())))))"},
    {R"py(x = (
  1 +
  2))py",
     R"(Assign(targets=[Name(id='x', ctx=Store())], value=BinOp(left=Constant(value=0x1), op=Add(), right=Constant(value=0x2))))"},
    {R"py(a; b;)py",
     R"(Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load())))"},
    {R"py("""doc""")py",
     R"(Expr(value=Constant(value='doc')))"},
    {R"py(not a in b)py",
     R"(Expr(value=UnaryOp(op=Not(), operand=Compare(left=Name(id='a', ctx=Load()), ops=[In()], comparators=[Name(id='b', ctx=Load())]))))"},
    {R"py(f(**a, b=1))py",
     R"(Expr(value=Call(func=Name(id='f', ctx=Load()), keywords=[keyword(value=Name(id='a', ctx=Load())), keyword(arg='b', value=Constant(value=0x1))])))"},
    {R"py(a @ b // c % d)py",
     R"(Expr(value=BinOp(left=BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=MatMult(), right=Name(id='b', ctx=Load())), op=FloorDiv(), right=Name(id='c', ctx=Load())), op=Mod(), right=Name(id='d', ctx=Load()))))"},
    {R"py(...)py",
     R"(Expr(value=Constant(value=Ellipsis)))"},
    {R"py(x[*a])py",
     R"(Expr(value=Subscript(value=Name(id='x', ctx=Load()), slice=Tuple(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load())], ctx=Load()), ctx=Load())))"},
    {R"py(await a ** b)py",
     R"(Expr(value=BinOp(left=Await(value=Name(id='a', ctx=Load())), op=Pow(), right=Name(id='b', ctx=Load()))))"},
    {R"py(for x in *a, b: pass)py",
     R"(For(target=Name(id='x', ctx=Store()), iter=Tuple(elts=[Starred(value=Name(id='a', ctx=Load()), ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()), body=[Pass()]))"},
};

}  // namespace

TEST_SUITE_BEGIN("vm/syntax/parser");

TEST_CASE("the tree of a program is CPython's") {
    for (const Row& row : Rows) {
        CAPTURE(row.source);
        test::TestArena arena;
        ParseResult result = parse(row.source, ast::ParseMode::File, arena.arena, Poll{});
        REQUIRE(result.status == ParseStatus::Ok);
        std::string body = "Module(body=[" + std::string(row.body) + "])";
        CHECK(test::dump_ast(*result.module, test::Attributes::Omitted) == body);
    }
}

TEST_CASE("an expression is parsed by itself") {
    test::TestArena arena;
    ParseResult result = parse(" 2+2\n", ast::ParseMode::Expression, arena.arena, Poll{});
    CHECK(result.status == ParseStatus::Failed);
    result = parse("2+2", ast::ParseMode::Expression, arena.arena, Poll{});
    REQUIRE(result.status == ParseStatus::Ok);
    CHECK(test::dump_ast(*result.module, test::Attributes::Omitted) ==
          "Expression(body=BinOp(left=Constant(value=0x2), op=Add(), right=Constant(value=0x2)))");
}

TEST_CASE("a single statement is parsed by itself") {
    test::TestArena arena;
    ParseResult result = parse("a; b\n", ast::ParseMode::Single, arena.arena, Poll{});
    REQUIRE(result.status == ParseStatus::Ok);
    CHECK(result.module->body.size() == 2);
    CHECK(parse("a\nb\n", ast::ParseMode::Single, arena.arena, Poll{}).status == ParseStatus::Failed);
}

TEST_CASE("the poll stops a parse") {
    test::TestArena arena;
    Poll poll{[](void*) { return true; }, nullptr};
    CHECK(parse("a\nb\n", ast::ParseMode::File, arena.arena, poll).status == ParseStatus::Stopped);
}

TEST_CASE("a refused arena stops a parse") {
    std::string source = "x = [" + std::string(200'000, '1') + "]\n";
    for (char& c : source) {
        if (c == '1' && (&c - source.data()) % 2 == 0) c = ',';
    }
    for (size_t limit = 0; limit < 4'000'000; limit += 40'000) {
        test::TestArena arena(limit);
        CHECK(parse(source, ast::ParseMode::File, arena.arena, Poll{}).status != ParseStatus::Failed);
    }
}

TEST_SUITE_END();
