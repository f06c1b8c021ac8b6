# SyntaxError: from without an exception.
# recorded: CPython 3.14
raise from x
