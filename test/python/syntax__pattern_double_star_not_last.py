# SyntaxError: two stars that are not last.
# recorded: CPython 3.14
match x:
    case {**a, "b": 1}: pass
