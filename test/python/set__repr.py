# repr of sets.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (set(), {1}, frozenset(), frozenset([1]), {"a"}, {(1,)}, [set()], {frozenset([2])}, str({1}), f"{ {1} }"))
class S(set): pass
class F(frozenset): pass
show(lambda: (S(), S([1]), F([2]), S([1]) | {2}, type(S([1]) | {2}).__name__))
