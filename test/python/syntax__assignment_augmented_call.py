# SyntaxError: augmented assignment to a call.
# recorded: CPython 3.14
f() += 1
