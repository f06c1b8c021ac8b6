# SyntaxError: assigning to a conditional.
# recorded: CPython 3.14
(a if b else c) = d
