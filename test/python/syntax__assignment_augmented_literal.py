# SyntaxError: augmented assignment to a literal.
# recorded: CPython 3.14
5 += 1
