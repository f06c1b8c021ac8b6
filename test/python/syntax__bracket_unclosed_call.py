# SyntaxError: a call that is not closed.
# recorded: CPython 3.14
print("abc"
x = 5
