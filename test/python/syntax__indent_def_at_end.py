# SyntaxError: a def that the file ends before.
# recorded: CPython 3.13, read from a file, not from a string
def f():
