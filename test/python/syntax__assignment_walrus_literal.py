# SyntaxError: a walrus on a number.
# recorded: CPython 3.14
(5 := a)
