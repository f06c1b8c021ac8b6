# SyntaxError: a literal in a chain.
# recorded: CPython 3.14
a = 5 = b
