# SyntaxError: a field that is not closed in a triple-quoted string.
# recorded: CPython 3.14
x = f"""{a
"""
