# SyntaxError: class without colon.
# recorded: CPython 3.14
class C
    pass
