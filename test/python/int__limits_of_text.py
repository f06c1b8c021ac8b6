# Text of more than 4300 digits is refused in both directions.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: len(str(10 ** 4299)))
show(lambda: int("1" * 4300) % 1000)
show(lambda: (hex(10 ** 5000)[:12], len(bin(10 ** 5000))))
show(lambda: str(10 ** 4300))
show(lambda: int("1" * 4301))
show(lambda: f"{10 ** 4300}")
show(lambda: "%d" % 10 ** 4300)
show(lambda: repr([10 ** 4300]))
show(lambda: int("1" * 5000, 16) > 0)
show(lambda: int("1_" * 4300 + "1"))
