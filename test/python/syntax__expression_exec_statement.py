# SyntaxError: exec as in Python 2.
# recorded: CPython 3.14
exec "x = 1"
