# SyntaxError: class with bases without colon.
# recorded: CPython 3.14
class C(A)
    pass
