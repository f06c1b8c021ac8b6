# __call__, __enter__ and __exit__, __getitem__ with and without errors.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Timer:
    def __init__(self, name): self.name = name
    def __enter__(self): print("enter", self.name); return self
    def __exit__(self, kind, value, tb): print("exit", self.name, kind.__name__ if kind else None, value); return self.name == "swallow"
def use(name, action):
    with Timer(name) as t:
        return t.name, action()
show(lambda: use("a", lambda: 1))
show(lambda: use("b", lambda: 1 / 0))
show(lambda: use("swallow", lambda: 1 / 0))
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, times=1): return self.n + x * times
show(lambda: (Adder(5)(1), Adder(5)(1, times=3), list(map(Adder(1), [1, 2])), callable(Adder(1))))
show(lambda: Adder(5)())
show(lambda: Adder(5)(1, 2))
show(lambda: Timer("x")())
