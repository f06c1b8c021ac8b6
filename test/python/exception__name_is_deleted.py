# The name bound by `except … as` is gone after the clause; other variables are not.
# recorded: CPython 3.14
e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    kept = e
    print("inside", repr(e))
print(repr(kept))
try:
    e
except NameError as error:
    print(error)
def f():
    try:
        raise KeyError("k")
    except KeyError as problem:
        return lambda: problem
try:
    f()()
except NameError as error:
    print(error)
