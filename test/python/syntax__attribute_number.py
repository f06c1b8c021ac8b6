# SyntaxError: a number as name of an attribute.
# recorded: CPython 3.14
x.5
