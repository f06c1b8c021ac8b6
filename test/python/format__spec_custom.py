# __format__ of user classes receives the spec.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Money:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        if spec == "": return f"{self.v} EUR"
        if spec.startswith("$"): return "$" + format(self.v, spec[1:])
        return format(self.v, spec)
class Plain:
    def __str__(self): return "plain"
class BadFormat:
    def __format__(self, spec): return 5
show(lambda: (
    f"{Money(5)} {Money(5):$.2f} {Money(1234.5):>10,.1f}", "{:$} {}".format(Money(1), Money(2)), format(Money(3)),
    format(Money(3), "$.1f"), f"{Plain()} {Plain()!s:>7} {Plain()!s}",
))
show(lambda: f"{Plain():5}")
show(lambda: f"{BadFormat()}")
show(lambda: format(Money("x"), "d"))
show(lambda: format(object(), "x"))
