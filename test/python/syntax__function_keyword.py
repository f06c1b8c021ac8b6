# SyntaxError: a keyword as name of a function.
# recorded: CPython 3.14
def if(): pass
