# SyntaxError: assigning to __debug__.
# recorded: CPython 3.14
__debug__ = 1
