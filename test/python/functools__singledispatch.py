# singledispatch chooses by the type of the first argument.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from functools import singledispatch, singledispatchmethod
@singledispatch
def show_it(x): return f"other {x!r}"
@show_it.register
def _(x: int): return f"int {x}"
@show_it.register(list)
@show_it.register(tuple)
def _(x): return f"sequence of {len(x)}"
@show_it.register(str)
def show_str(x): return f"str {x}"
show(lambda: (
    show_it(5), show_it([1]), show_it((1, 2)), show_it("s"), show_it(1.5), show_it(True),
    show_it.dispatch(dict) is show_it.dispatch(object), show_str("t"),
))
class C:
    @singledispatchmethod
    def m(self, x): return "other"
    @m.register
    def _(self, x: int): return "int"
show(lambda: (C().m(5), C().m("s")))
show(lambda: show_it())
show(lambda: show_it.register(5))
show(lambda: singledispatch(5)(1))
show(lambda: singledispatchmethod(5))
show(lambda: singledispatch())
