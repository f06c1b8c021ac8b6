# SyntaxError: return in a class body.
# recorded: CPython 3.14
class C:
    return 5
