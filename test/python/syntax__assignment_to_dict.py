# SyntaxError: assigning to a dict.
# recorded: CPython 3.14
{a: 1} = x
