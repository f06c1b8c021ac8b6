# SyntaxError: assigning to a lambda.
# recorded: CPython 3.14
(lambda: 1) = x
