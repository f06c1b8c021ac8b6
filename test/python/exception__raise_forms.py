# raise with a class, an instance, a cause, and bare.
# recorded: CPython 3.14
def attempt(f):
    try:
        f()
    except BaseException as error:
        print(repr(error), repr(error.__cause__), error.__suppress_context__)

def with_class(): raise ValueError
def with_instance(): raise ValueError("text", 2)
def with_cause(): raise KeyError("k") from TypeError("cause")
def with_none(): raise KeyError("k") from None
def bare():
    try:
        raise OSError("first")
    except OSError:
        raise
def nothing_active(): raise
def not_exception(): raise "text"
def not_exception_class(): raise int
def bad_cause(): raise ValueError from "text"
for f in (with_class, with_instance, with_cause, with_none, bare, nothing_active, not_exception, not_exception_class, bad_cause):
    attempt(f)
