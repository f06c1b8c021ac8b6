# % formatting: every conversion, flag, width, precision and mapping.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    "%s %r %a" % ("é", "é", "é"), "%d %i %u" % (5, -5, 5.9), "%x %X %#x %o %#o" % (255, 255, 255, 8, 8),
    "%f %.2f %10.3f|%-10.1f|%+f" % (1.5, 2.555, 3.14159, 2.5, 1.0),
    "%e %.2E %g %G" % (12345.678, 0.00012, 1e10, 1e-10), "%c%c" % ("a", 98), "100%%" % (),
))
show(lambda: (
    "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%5s|%-5s|%.2s|%5.1s|" % ("abc", "abc", "abc", "abc"),
    "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%(a)s-%(b)05.1f" % {"a": 1, "b": 2}, "%s" % [1, 2], "%s" % (None,),
    "%s" % {"k": 1}, "%r" % ("a",), "%s" % 1.0, "%d" % True,
))
show(lambda: (
    "%i" % 10**20, "%x" % -255, "%.3d" % 5, "%#X" % 10**20, "%+.1e" % -12.5, "%s %s" % (1, "x"), "%%s" % (),
    "%(x)s %(x)r" % {"x": "v", "y": 0}, "%d%%" % 50,
))
show(lambda: "%d" % "a")
show(lambda: "%d" % None)
show(lambda: "%s" % (1, 2))
show(lambda: "%s %s" % 1)
show(lambda: "%s %s" % (1,))
show(lambda: "%(a)s" % 5)
show(lambda: "%(a)s" % (1,))
show(lambda: "%(a)s" % {})
show(lambda: "%c" % "ab")
show(lambda: "%c" % -1)
show(lambda: "%z" % 1)
show(lambda: "%" % 1)
show(lambda: "%5" % 1)
show(lambda: "%(a" % {"a": 1})
show(lambda: "%x" % 1.5)
show(lambda: "%f" % "x")
show(lambda: "%*d" % ("a", 1))
show(lambda: "no fields" % 1)
show(lambda: "no fields" % ())
show(lambda: "no fields" % {"a": 1})
show(lambda: "%.1f %s" % (1,))
