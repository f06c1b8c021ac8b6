# SyntaxError: global after the name was used.
# recorded: CPython 3.14
def f():
    print(x)
    global x
