# SyntaxError: an attribute twice in a class pattern.
# recorded: CPython 3.14
match x:
    case C(a=1, a=2): pass
