# SyntaxError: None as keyword.
# recorded: CPython 3.14
f(None=1)
