# SyntaxError: with without colon.
# recorded: CPython 3.14
with a as b
    pass
