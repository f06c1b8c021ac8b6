# SyntaxError: a comprehension that assigns to a call.
# recorded: CPython 3.14
x = [a for f() in b]
