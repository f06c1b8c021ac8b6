# Reading a local before it is bound; a free variable before the outer function binds it.
# recorded: CPython 3.14
def attempt(f):
    try:
        print(f())
    except NameError as error:
        print(type(error).__name__, error)

x = 1
def local():
    print(x)
    x = 2
def augmented():
    x += 1
def branch():
    if False:
        y = 1
    return y
def free():
    def inner():
        return z
    r = inner()
    z = 1
    return r
def loop():
    for i in []:
        pass
    return i
def exception_name():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e
for f in (local, augmented, branch, free, loop, exception_name):
    attempt(f)
attempt(lambda: undefined)
