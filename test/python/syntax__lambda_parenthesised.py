# SyntaxError: parenthesised lambda parameters.
# recorded: CPython 3.14
f = lambda (a, b): 1
