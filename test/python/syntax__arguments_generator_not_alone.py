# SyntaxError: a generator must be parenthesised beside other arguments.
# recorded: CPython 3.14
f(x for x in y, 1)
