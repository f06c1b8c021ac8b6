# Errors inside replacement fields.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

n = 5
show(lambda: f"{n:zz}")
show(lambda: f"{undefined}")
show(lambda: f"{n.x}")
show(lambda: f"{n:{undefined}}")
show(lambda: f"{'a':d}")
show(lambda: f"{1 / 0}")
show(lambda: f"{n!r:d}")
show(lambda: f"{None:5}")
show(lambda: f"{[1]:>5}")
show(lambda: f"{n:.}")
