# SyntaxError: the shown line loses its indentation.
# recorded: CPython 3.14
def f():
    if x:
        y = (1 2)
