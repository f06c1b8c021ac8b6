# SyntaxError: nonlocal and global for one name.
# recorded: CPython 3.14
def g():
    x = 0
    def f():
        global x
        nonlocal x
