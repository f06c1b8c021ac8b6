# SyntaxError: two stars in a pattern.
# recorded: CPython 3.14
match x:
    case [*a, *b]: pass
