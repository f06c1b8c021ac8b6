# The length of a huge range does not fit.
# recorded: CPython 3.13, sizes are of 64 bits
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: len(range(10**30)))
show(lambda: len(range(2**63)))
show(lambda: range(10**30).__len__())
show(lambda: range(10**30)[10**30])
show(lambda: len(range(2**63 - 1)))
