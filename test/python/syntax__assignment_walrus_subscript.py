# SyntaxError: a walrus on an item.
# recorded: CPython 3.14
(a[0] := 5)
