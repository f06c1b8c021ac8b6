# Changing a set's size while iterating over it is an error.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

s = {1, 2}
def add():
    for x in s: s.add(x + 10)
def remove():
    for x in s: s.discard(x)
show(lambda: add())
s = {1, 2}
show(lambda: remove())
s = {1}
show(lambda: ([x for x in s.copy() if s.discard(x) is None], s))
