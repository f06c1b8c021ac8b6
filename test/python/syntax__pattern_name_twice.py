# SyntaxError: a name bound twice in a pattern.
# recorded: CPython 3.14
match x:
    case [a, a]: pass
