# SyntaxError: return in except*.
# recorded: CPython 3.14
def f():
    try:
        pass
    except* A:
        return 1
