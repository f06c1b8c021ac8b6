# SyntaxError: assigning to a set.
# recorded: CPython 3.14
{a} = x
