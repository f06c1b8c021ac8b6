# SyntaxError: assigning to a tuple with a call in it.
# recorded: CPython 3.14
a, f() = x
