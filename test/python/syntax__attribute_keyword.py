# SyntaxError: a keyword as name of an attribute.
# recorded: CPython 3.14
x.class = 5
