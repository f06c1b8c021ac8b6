# round, floor division and truncation of integers.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    round(5), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2), round(5, 3), round(15, -1),
    round(25, -1), round(5, -10),
))
show(lambda: (
    round(2**70, -5), divmod(-7, 2), divmod(7, -2), (-7).__floordiv__(2), (7).__trunc__(), (7).__ceil__(),
    (7).__floor__(), (-7).__abs__(),
))
show(lambda: (
    (5).__round__(-1), (7).__index__(), (7).__bool__(), (7).__neg__(), (7).__invert__(), int.__add__(3, 4),
    (3).__add__("a"),
))
show(lambda: round(5, "a"))
show(lambda: round(5, 1.5))
show(lambda: round("5"))
