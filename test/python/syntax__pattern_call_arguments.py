# SyntaxError: a pattern with an operator.
# recorded: CPython 3.14
match x:
    case f(1 < 2): pass
