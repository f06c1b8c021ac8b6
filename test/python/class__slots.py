# __slots__ closes the set of attributes.
# recorded: CPython 3.14
class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
p.y = 2
print(p.x, p.y, hasattr(p, "__dict__"))
for action in (lambda: setattr(p, "z", 1), lambda: P(1).y):
    try:
        action()
    except AttributeError as error:
        print(error)
