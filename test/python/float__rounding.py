# round of floats: half to even on the exact binary value.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e20, 0.49999999999999994)])
show(lambda: [round(2.675, 2), round(1.005, 2), round(2.5, 0), round(1234.5678, -2), round(-1234.5, 1), round(5.015, 2), round(0.5, -1), round(1e300, 400)])
show(lambda: (
    round(1.5).__class__.__name__, round(1.5, 0).__class__.__name__, round(1.5, None), round(-0.4), round(-0.4, 0),
    round(1e-320, 320),
))
show(lambda: (
    (2.7).__trunc__(), (2.2).__ceil__(), (-2.2).__floor__(), (2.5).__round__(), abs(-2.5), int(-2.7), divmod(7.5, 2),
    divmod(-7.5, 2), -7.5 // 2,
))
show(lambda: round(float("inf")))
show(lambda: round(float("nan")))
show(lambda: round(1.5, "a"))
show(lambda: (round(1e308, -308), round(1.7e308, -308)))
