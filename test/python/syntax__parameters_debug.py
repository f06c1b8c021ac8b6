# SyntaxError: __debug__ as parameter.
# recorded: CPython 3.14
def f(__debug__): pass
