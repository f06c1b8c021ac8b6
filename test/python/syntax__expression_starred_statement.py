# SyntaxError: a starred expression as statement.
# recorded: CPython 3.14
*a
