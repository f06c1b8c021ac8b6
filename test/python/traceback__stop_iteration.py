# An exhausted iterator at module level.
# recorded: CPython 3.14
it = iter([1])
next(it)
next(it)
