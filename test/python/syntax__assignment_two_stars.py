# SyntaxError: two starred targets.
# recorded: CPython 3.14
*a, *b = c
