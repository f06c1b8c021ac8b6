# SyntaxError: except without colon.
# recorded: CPython 3.14
try:
    pass
except A
    pass
