# SyntaxError: a parenthesis that closes nothing in a field.
# recorded: CPython 3.14
x = f"{a)}"
