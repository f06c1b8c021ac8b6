# SyntaxError: assigning to yield.
# recorded: CPython 3.14
def f():
    (yield) = x
