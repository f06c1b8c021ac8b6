# SyntaxError: an annotation on a literal.
# recorded: CPython 3.14
5: int = 1
