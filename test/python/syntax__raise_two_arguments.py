# SyntaxError: raise as in Python 2.
# recorded: CPython 3.14
raise ValueError, "text"
