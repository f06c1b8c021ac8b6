# SyntaxError: a colon on its own.
# recorded: CPython 3.14
:
