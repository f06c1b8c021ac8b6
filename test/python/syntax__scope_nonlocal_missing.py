# SyntaxError: nonlocal without an outer variable.
# recorded: CPython 3.14
def f():
    nonlocal x
