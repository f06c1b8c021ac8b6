# SyntaxError: a closing brace alone.
# recorded: CPython 3.14
x = f"}"
