# SyntaxError: assigning to a string.
# recorded: CPython 3.14
"a" = x
