# SyntaxError: augmented assignment to a list.
# recorded: CPython 3.14
[a] += 1
