# SyntaxError: a walrus as statement.
# recorded: CPython 3.14
x := 5
