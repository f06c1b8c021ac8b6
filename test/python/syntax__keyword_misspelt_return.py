# SyntaxError: a misspelt keyword in a function.
# recorded: CPython 3.14
def f(x):
    retrun x
