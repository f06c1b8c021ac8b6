# Broken-down times in UTC.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

import time
t = time.gmtime(86400 * 365)
show(lambda: (
    t, t.tm_year, t[1], tuple(t)[:6], time.gmtime(0).tm_wday, time.gmtime(1e9)[:6], time.gmtime(-1)[:6], t.tm_yday,
    t.tm_isdst, len(t),
))
show(lambda: (
    time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %y %%", time.gmtime(1234567890)),
    time.strftime("%d.%m.%Y", (2024, 2, 29, 1, 2, 3, 3, 60, 0)), time.asctime(time.gmtime(0)),
    time.strftime("%I %U %w %W %c|%x|%X", time.gmtime(10**9)),
))
show(lambda: (
    time.strptime("2024-02-29 13:05", "%Y-%m-%d %H:%M")[:6], time.strptime("Mon Jan  1 00:00:00 2001")[:7],
    time.strptime("5 Mar 21", "%d %b %y")[:3],
))
show(lambda: (
    time.struct_time((2000, 1, 2, 3, 4, 5, 6, 7, 0)), time.struct_time(range(9)).tm_hour, t == tuple(t),
    t < time.gmtime(10**9),
))
show(lambda: time.gmtime("x"))
show(lambda: time.gmtime(1e30))
show(lambda: time.strftime(5))
show(lambda: time.strftime("%Y", 5))
show(lambda: time.strftime("%Y", (2000, 1)))
show(lambda: time.strftime("%d", (2000, 13, 1, 0, 0, 0, 0, 1, 0)))
show(lambda: time.strptime("x", "%Y"))
show(lambda: time.strptime("2024 x", "%Y"))
show(lambda: time.strptime("2023-02-29", "%Y-%m-%d"))
show(lambda: time.asctime("x"))
show(lambda: time.struct_time((1, 2)))
show(lambda: time.struct_time(5))
