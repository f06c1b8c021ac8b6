# SyntaxError: nonlocal after the name was assigned.
# recorded: CPython 3.14
def g():
    x = 0
    def f():
        x = 1
        nonlocal x
