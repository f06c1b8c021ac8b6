# SyntaxError: the conditional operator of other languages.
# recorded: CPython 3.14
x = a ? b : c
