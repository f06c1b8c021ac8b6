# SyntaxError: an annotation on a list.
# recorded: CPython 3.14
[a]: int
