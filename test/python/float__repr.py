# The shortest text that reads back, and where the exponent begins.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: [1e15, 1e16, 1e17, 123456789.123456789, 0.0001, 0.00001, 1.1e-7, 100000000000000000000.0, 9007199254740993.0])
show(lambda: [0.1, 0.2, 0.3, 1/3, 2/3, 1e100, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 4.35, 2.675])
show(lambda: [float("inf"), float("-inf"), float("nan"), -0.0, 1e0, 12345678901234567.0, 1e21, 0.1 + 0.2, 1e-10])
show(lambda: (str(1.0), repr(1e5), str(-1.5e-9), f"{1e16}", f"{0.1:}", "%s" % 1e16))
