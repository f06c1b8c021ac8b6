# An operator that the operands do not have is a TypeError that names both types.
# recorded: CPython 3.14
def attempt(f):
    try:
        print(f())
    except TypeError as error:
        print(error)

attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: [] + ())
attempt(lambda: None + 1)
attempt(lambda: {} | 1)
attempt(lambda: "a" - "b")
attempt(lambda: "a" * "b")
attempt(lambda: [1] * 1.5)
attempt(lambda: 1.0 << 2)
attempt(lambda: -"a")
attempt(lambda: ~1.5)
attempt(lambda: +[])
attempt(lambda: {1} + {2})
attempt(lambda: 2 ** "3")
attempt(lambda: object() @ 3)
attempt(lambda: b"a" + "b")
attempt(lambda: "%d" // 2)
