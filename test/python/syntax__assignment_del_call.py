# SyntaxError: del of a call.
# recorded: CPython 3.14
del f()
