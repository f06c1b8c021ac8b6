# SyntaxError: a walrus on a tuple.
# recorded: CPython 3.14
((a, b) := 5)
