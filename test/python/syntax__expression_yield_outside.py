# SyntaxError: yield outside of a function.
# recorded: CPython 3.14
yield 5
