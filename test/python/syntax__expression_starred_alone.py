# SyntaxError: a starred expression on its own.
# recorded: CPython 3.14
x = *a
