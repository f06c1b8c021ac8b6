# str.format with positions, names, attributes, items and conversions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("{} {}".format(1, "a"), "{1} {0}".format("x", "y"), "{a} {b!r}".format(a=1, b="q")))
show(lambda: "{0.real} {0.imag} {1[0]} {1[-1]} {2[k]}".format(5, {"-1": "minus"} | {0: "zero"}, {"k": "v"}))
show(lambda: ("{{}} {{{0}}}".format(7), "{!s:>5}|{!r:<6}|{!a}".format("é", "é", "é")))
show(lambda: ("{:{}}|{:{w}.{p}f}".format("x", 5, 3.14159, w=8, p=2), "{0:{1}}".format(5, "03d")))
show(lambda: "{:>10}|{:^10}|{:<10}|{:*^9}".format("r", "c", "l", "m"))
show(lambda: "{} {0}".format(1))
show(lambda: "{0} {}".format(1))
show(lambda: "{} {}".format(1))
show(lambda: "{x}".format(y=1))
show(lambda: "{0.nope}".format(1))
show(lambda: "{0[k]}".format([1]))
show(lambda: "{0[5]}".format([1]))
show(lambda: "{".format())
show(lambda: "}".format())
show(lambda: "{0!x}".format(1))
show(lambda: "{!}".format(1))
show(lambda: "{:d}".format("s"))
show(lambda: "{0".format(1))
show(lambda: "{0[}".format([1]))
show(lambda: "{0.}".format(1))
