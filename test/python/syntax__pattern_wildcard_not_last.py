# SyntaxError: a wildcard that makes other patterns unreachable.
# recorded: CPython 3.14
match x:
    case _: pass
    case 1: pass
