# SyntaxError: case outside of match.
# recorded: CPython 3.14
case 1:
    pass
