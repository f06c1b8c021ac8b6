# `from None` hides the context.
# recorded: CPython 3.14
try:
    int("x")
except ValueError:
    raise SystemError("clean") from None
