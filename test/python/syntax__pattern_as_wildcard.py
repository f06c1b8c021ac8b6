# SyntaxError: as with the wildcard.
# recorded: CPython 3.14
match x:
    case 1 as _: pass
