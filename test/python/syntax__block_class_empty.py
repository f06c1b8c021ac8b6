# SyntaxError: class without a body.
# recorded: CPython 3.14
class C:
y = 1
