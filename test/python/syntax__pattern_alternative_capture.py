# SyntaxError: a capture inside alternatives.
# recorded: CPython 3.14
match x:
    case a | 1: pass
