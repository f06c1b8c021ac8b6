# SyntaxError: a keyword as name of an argument.
# recorded: CPython 3.14
f(class=5)
