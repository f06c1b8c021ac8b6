# SyntaxError: a capture that makes other patterns unreachable.
# recorded: CPython 3.14
match x:
    case a: pass
    case 1: pass
