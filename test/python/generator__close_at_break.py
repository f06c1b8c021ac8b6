# The finally block of a generator runs when a for loop over it is left.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
for x in g():
    print(x)
    break
print("after break")
def f():
    for x in g():
        return x
print(f())
print("after return")
try:
    for x in g(): raise ValueError
except ValueError: print("after raise")
it = g()
for x in it: break
print("kept alive")
show(lambda: (it.close(), next(it, "end")))
def swallow():
    try: yield 1
    except GeneratorExit: print("exit seen"); raise
s = swallow()
show(lambda: (next(s), s.close()))
