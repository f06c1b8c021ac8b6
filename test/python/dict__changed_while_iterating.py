# Changing a dict's size while iterating over it is an error.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {1: 1, 2: 2}
def add():
    for k in d:
        d[k + 10] = 0
def delete():
    for k in list(d)[:0] or d:
        del d[k]
def items():
    for k, v in d.items():
        d.pop(k)
def values_only():
    for k in d: d[k] = "new"
    return d
show(lambda: add())
show(lambda: delete())
show(lambda: items())
show(lambda: values_only())
it = iter({1: 1, 2: 2})
show(lambda: (next(it), next(it), next(it, "end")))
d = {1: 1, 2: 2, 3: 3}
it = iter(d)
show(lambda: (next(it), d.clear(), list(it)))
