# contextlib: contextmanager, suppress, ExitStack.
# recorded: CPython 3.14
from contextlib import contextmanager, suppress, ExitStack
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    finally:
        print(f"</{name}>")
with tag("b") as t:
    print(t)
with suppress(KeyError):
    {}["x"]
with ExitStack() as stack:
    for n in "xy":
        stack.enter_context(tag(n))
    print("inside")
