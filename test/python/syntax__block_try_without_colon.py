# SyntaxError: try without colon.
# recorded: CPython 3.14
try
    pass
