# NaN, infinities and signed zero.
# recorded: CPython 3.13, errno is the platform's
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

nan = float("nan")
inf = float("inf")
show(lambda: (nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], nan is nan, (nan,) == (nan,)))
show(lambda: (
    inf == inf, inf > 10**1000, -inf < inf, inf - 1 == inf, inf * 0, inf / inf, -inf + inf, inf ** 0, nan ** 0,
    1 ** nan,
))
show(lambda: (
    0.0 == -0.0, 1 / inf, -1 / inf, str(-0.0), {0.0: "a", -0.0: "b"}, min(0.0, -0.0), max(nan, 1), max(1, nan),
    min(nan, 1), sorted([3, nan, 1]),
))
show(lambda: ({nan: 1}[nan], len({nan, nan}), len({float("nan"), float("nan")}), bool(nan), inf % 5))
show(lambda: (-7.5 % inf, 7.5 // inf, -7.5 // inf, 5 % -inf, 0.0 ** 0, (-0.0) ** 3))
show(lambda: (inf ** inf, (-8.0) ** 2, 2.0 ** -1074, 2.0 ** -1075))
show(lambda: 2.0 ** 1024)
show(lambda: (-1.0) ** 2.0)
