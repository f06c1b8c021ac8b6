# nonlocal and global rebind variables of outer scopes.
# recorded: CPython 3.14
x = "module"
def outer():
    x = "outer"
    def set_nonlocal():
        nonlocal x
        x = "nonlocal"
    def set_global():
        global x
        x = "global"
    def set_local():
        x = "local"
        return x
    set_local(); print(x)
    set_nonlocal(); print(x)
    set_global(); print(x)
outer()
print(x)
def define():
    global made_here
    made_here = 5
define()
print(made_here)
def deep():
    v = 0
    def a():
        def b():
            nonlocal v
            v += 1
        b(); b()
    a()
    return v
print(deep())
