# SyntaxError: augmented assignment in a chain.
# recorded: CPython 3.14
a += b += 1
