# SyntaxError: an empty decorator.
# recorded: CPython 3.14
@
def f(): pass
