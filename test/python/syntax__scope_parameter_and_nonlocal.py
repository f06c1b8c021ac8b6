# SyntaxError: a parameter declared nonlocal.
# recorded: CPython 3.14
def g():
    x = 0
    def f(x):
        nonlocal x
