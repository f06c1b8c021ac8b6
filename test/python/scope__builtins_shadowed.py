# Builtin names can be shadowed and uncovered again.
# recorded: CPython 3.14
print(len("abc"))
len = lambda s: "shadowed"
print(len("abc"))
del len
print(len("abc"))
def f():
    list = "local"
    return list
print(f(), list("ab"))
print = print
print("still works")
