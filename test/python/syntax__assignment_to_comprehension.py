# SyntaxError: assigning to a comprehension.
# recorded: CPython 3.14
[a for a in b] = x
