# SyntaxError: a walrus on an attribute.
# recorded: CPython 3.14
(a.b := 5)
