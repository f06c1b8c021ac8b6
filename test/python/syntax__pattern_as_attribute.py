# SyntaxError: as with an attribute.
# recorded: CPython 3.14
match x:
    case 1 as a.b: pass
