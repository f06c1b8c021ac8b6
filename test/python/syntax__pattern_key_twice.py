# SyntaxError: a key twice in a mapping pattern.
# recorded: CPython 3.14
match x:
    case {"a": 1, "a": 2}: pass
