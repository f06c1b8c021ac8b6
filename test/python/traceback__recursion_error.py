# Endless recursion ends in RecursionError with the frames folded.
# recorded: CPython 3.13, depth is the platform's
def f(n):
    return f(n + 1)
f(0)
