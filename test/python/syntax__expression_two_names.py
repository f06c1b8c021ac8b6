# SyntaxError: two names as a statement.
# recorded: CPython 3.14
hello world
