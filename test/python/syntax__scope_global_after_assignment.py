# SyntaxError: global after the name was assigned.
# recorded: CPython 3.14
def f():
    x = 1
    global x
