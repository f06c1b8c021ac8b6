# SyntaxError: continue outside of a loop.
# recorded: CPython 3.14
def f():
    continue
