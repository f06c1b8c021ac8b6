# SyntaxError: def without a body.
# recorded: CPython 3.14
def f():
y = 1
