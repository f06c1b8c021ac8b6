# The with statement: __enter__ is missing, and an error inside the body.
# recorded: CPython 3.14
class Manager:
    def __enter__(self): return self
    def __exit__(self, *args):
        print("exit", args[0].__name__)
with Manager() as m:
    m.value + 1
