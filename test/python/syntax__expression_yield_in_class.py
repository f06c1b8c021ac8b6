# SyntaxError: yield in a class body.
# recorded: CPython 3.14
class C:
    yield 5
