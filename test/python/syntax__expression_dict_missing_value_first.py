# SyntaxError: a dict whose only entry has no value.
# recorded: CPython 3.14
x = {1:}
