# SyntaxError: augmented assignment to a tuple.
# recorded: CPython 3.14
(a, b) += 1
