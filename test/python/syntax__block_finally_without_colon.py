# SyntaxError: finally without colon.
# recorded: CPython 3.14
try:
    pass
finally
    pass
