# SyntaxError: assigning to a negative.
# recorded: CPython 3.14
-a = x
