# SyntaxError: a lambda without its colon.
# recorded: CPython 3.14
f = lambda x
