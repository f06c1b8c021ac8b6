# An uncaught user exception shows its qualified name and text.
# recorded: CPython 3.14
class Outer:
    class Problem(Exception):
        def __str__(self):
            return "line one\nline two"

def fail():
    raise Outer.Problem("args are not shown")

fail()
