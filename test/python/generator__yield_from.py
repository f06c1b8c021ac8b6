# yield from delegates next, send, throw and the return value.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

def inner():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    return "result"
def outer():
    r = yield from inner()
    print("inner returned", r)
    yield from "ab"
    yield from [9]
    return "outer"
it = outer()
show(lambda: (next(it), it.send("A"), it.throw(ValueError("v")), next(it), next(it), next(it), next(it, "end")))
show(lambda: [x for x in outer()])
def deep(n):
    if n: yield n; yield from deep(n - 1)
show(lambda: list(deep(5)))
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
show(lambda: list(tree([1, [2, [3, []]], 4])))
def bad(): yield from 5
show(lambda: list(bad()))
def closing():
    try:
        yield from inner2()
    finally: print("outer closed")
def inner2():
    try: yield 1
    finally: print("inner closed")
it = closing()
show(lambda: (next(it), it.close()))
def ret(): return (yield from iter([1, 2]))
show(lambda: list(ret()))
def with_value():
    v = yield from ret_only()
    yield v
def ret_only():
    return 42
    yield
show(lambda: list(with_value()))
