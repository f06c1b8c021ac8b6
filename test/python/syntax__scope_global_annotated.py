# SyntaxError: an annotation on a global name.
# recorded: CPython 3.14
def f():
    global x
    x: int = 1
