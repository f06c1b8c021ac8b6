# SyntaxError: an annotation on a tuple.
# recorded: CPython 3.14
(a, b): int = 1
