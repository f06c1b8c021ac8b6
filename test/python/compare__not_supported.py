# Ordering of unrelated types is a TypeError that names the operator and both types.
# recorded: CPython 3.14
def attempt(f):
    try:
        print(f())
    except TypeError as error:
        print(error)

attempt(lambda: 1 < "a")
attempt(lambda: None > 1)
attempt(lambda: [] <= ())
attempt(lambda: {} >= {})
attempt(lambda: [1, "a"] < [1, 2])
attempt(lambda: (1, None) > (1, 2))
attempt(lambda: object() < 3)
attempt(lambda: sorted([3, "x", 1]))
attempt(lambda: max([1, None]))
attempt(lambda: 1 in 5)
attempt(lambda: 1 in "abc")
attempt(lambda: [] in {1})
