# The safe functions of sys.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import sys
show(lambda: (
    type(sys.getrecursionlimit()).__name__, sys.setrecursionlimit(900), sys.intern("abc"), sys.getsizeof([]) > 0,
    sys.getsizeof(5, 1) > 0, sys.exc_info(), sys.exception(), sys.getdefaultencoding(), sys.get_int_max_str_digits(),
    sys.getrefcount([]) > 0, sys.set_int_max_str_digits(5000), sys.get_int_max_str_digits(),
))
try:
    1 / 0
except ZeroDivisionError as e:
    kind, value, tb = sys.exc_info()
    print(kind.__name__, value, value is e, sys.exception() is e, tb is e.__traceback__)
show(lambda: sys.exc_info())
show(lambda: sys.setrecursionlimit(0))
show(lambda: sys.setrecursionlimit("x"))
show(lambda: sys.setrecursionlimit())
show(lambda: sys.getrecursionlimit(1))
show(lambda: sys.intern(5))
show(lambda: sys.getsizeof())
show(lambda: sys.exc_info(1))
show(lambda: sys.exception(1))
show(lambda: sys.getdefaultencoding(1))
show(lambda: sys.set_int_max_str_digits(5))
show(lambda: sys.get_int_max_str_digits(1))
show(lambda: sys.getrefcount())
try:
    sys.exit(1, 2)
except TypeError as e:
    print(e)
try:
    sys.exit([1])
except SystemExit as e:
    print(e.code)
