# Local time agrees with itself.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import time
t = time.localtime(10**9)
show(lambda: (
    time.mktime(t), time.localtime(time.mktime(t)) == t, time.ctime(10**9) == time.asctime(t), len(time.ctime()),
    type(time.timezone).__name__, len(time.tzname), t.tm_year,
    time.mktime((2001, 9, 9, 0, 0, 0, 0, 0, -1)) <= 10**9 + 86400,
))
show(lambda: time.localtime("x"))
show(lambda: time.mktime("x"))
show(lambda: time.mktime((1, 2)))
show(lambda: time.ctime("x"))
