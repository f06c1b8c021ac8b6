# SyntaxError: positional patterns after keyword patterns.
# recorded: CPython 3.14
match x:
    case C(a=1, 2): pass
