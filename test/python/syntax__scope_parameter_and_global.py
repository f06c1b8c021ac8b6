# SyntaxError: a parameter declared global.
# recorded: CPython 3.14
def f(x):
    global x
