# Errors inside comprehensions come out where they happen.
# recorded: CPython 3.14
def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)

attempt(lambda: [1 / x for x in (1, 0)])
attempt(lambda: [x for x in 5])
attempt(lambda: {[]: 1 for _ in "a"})
attempt(lambda: {x for x in [[]]})
attempt(lambda: [a for a, b in [(1, 2, 3)]])
attempt(lambda: list(x.y for x in [1]))
attempt(lambda: (x for x in None))
