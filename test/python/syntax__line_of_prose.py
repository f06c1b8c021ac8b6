# SyntaxError: a line of prose.
# recorded: CPython 3.14
This is not Python, is it?
