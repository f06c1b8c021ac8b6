# SyntaxError: del of a starred name.
# recorded: CPython 3.14
del *a
