# SyntaxError: a single equals sign in parentheses.
# recorded: CPython 3.14
print((x = 5))
