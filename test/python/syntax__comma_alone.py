# SyntaxError: a comma on its own.
# recorded: CPython 3.14
,
