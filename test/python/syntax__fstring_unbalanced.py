# SyntaxError: a parenthesis that is not closed in a field.
# recorded: CPython 3.14
x = f"{(a}"
