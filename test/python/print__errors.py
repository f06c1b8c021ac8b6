# print refuses a sep or end that is no string.
# recorded: CPython 3.14
def attempt(**kwargs):
    try:
        print("x", **kwargs)
    except Exception as error:
        print(type(error).__name__, error)

attempt(sep=1)
attempt(end=b"")
attempt(nope=1)
attempt(file=5)
