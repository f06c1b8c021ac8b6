# SyntaxError: a dedent to a column that was never there.
# recorded: CPython 3.14
if x:
        a = 1
    b = 2
