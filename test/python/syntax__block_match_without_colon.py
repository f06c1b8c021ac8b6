# SyntaxError: match without colon.
# recorded: CPython 3.14
match x
    case 1: pass
