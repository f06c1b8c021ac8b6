# SyntaxError: case without a body.
# recorded: CPython 3.14
match x:
    case 1:
    y = 1
