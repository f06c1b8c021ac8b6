# SyntaxError: assigning to a negation.
# recorded: CPython 3.14
not a = x
