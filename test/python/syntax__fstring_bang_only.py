# SyntaxError: a field with a conversion and no expression.
# recorded: CPython 3.14
x = f"{!r}"
