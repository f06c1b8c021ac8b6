# SyntaxError: a walrus in the iterable of a comprehension.
# recorded: CPython 3.14
[i for i in (j := x)]
