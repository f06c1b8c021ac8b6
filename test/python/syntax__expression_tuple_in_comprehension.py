# SyntaxError: an unparenthesised tuple in a comprehension.
# recorded: CPython 3.14
x = [a, b for a, b in c]
