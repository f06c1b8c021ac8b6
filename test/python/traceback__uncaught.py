# An uncaught exception prints its traceback with the call chain.
# recorded: CPython 3.14
def inner(x):
    return 10 / x

def outer():
    value = 0
    return inner(value)

print("before")
outer()
print("not reached")
