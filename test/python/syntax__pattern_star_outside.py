# SyntaxError: a star outside of a sequence pattern.
# recorded: CPython 3.14
match x:
    case *a: pass
