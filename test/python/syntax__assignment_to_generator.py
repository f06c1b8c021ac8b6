# SyntaxError: assigning to a generator expression.
# recorded: CPython 3.14
(a for a in b) = x
