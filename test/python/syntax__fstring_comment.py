# SyntaxError: a comment in a single-line field.
# recorded: CPython 3.14
x = f"{a # b}"
