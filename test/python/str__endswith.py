# str.startswith and str.endswith with tuples and ranges.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: ("hello".startswith("he"), "hello".startswith(("x", "h")), "hello".startswith("")))
show(lambda: (
    "hello".startswith("l", 2), "hello".startswith("l", 2, 2), "hello".startswith("", 6), "hello".startswith("", 5),
))
show(lambda: ("hello".endswith("lo"), "hello".endswith(("x", "lo")), "hello".endswith("l", 0, 4), "hello".endswith(())))
show(lambda: ("hello".startswith("lo", -2), "hello".endswith("hello!", 0)))
show(lambda: "hello".startswith(1))
show(lambda: "hello".startswith(["h"]))
show(lambda: "hello".endswith(("o", 1), 0))
show(lambda: "hello".endswith((1, "o")))
show(lambda: "hello".endswith())
