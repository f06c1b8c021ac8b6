# SyntaxError: an expression as pattern.
# recorded: CPython 3.14
match x:
    case 1 + 2: pass
