# A bare raise keeps the original frames.
# recorded: CPython 3.14
def f():
    g()
def g():
    raise LookupError("deep")
try:
    f()
except LookupError:
    print("logged")
    raise
