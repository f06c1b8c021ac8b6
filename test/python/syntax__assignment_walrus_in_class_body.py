# SyntaxError: a walrus in a comprehension of a class body.
# recorded: CPython 3.14
class C:
    x = [y := 1 for _ in z]
