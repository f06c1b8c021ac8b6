# SyntaxError: a block that the file ends before.
# recorded: CPython 3.13, read from a file, not from a string
if x:
