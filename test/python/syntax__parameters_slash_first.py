# SyntaxError: a slash first.
# recorded: CPython 3.14
def f(/, a): pass
