# Unpacking something that is not iterable or not a mapping.
# recorded: CPython 3.14
def f(*args, **kwargs):
    return args, kwargs

def attempt(g):
    try:
        print(g())
    except TypeError as error:
        print(error)

attempt(lambda: [*5])
attempt(lambda: (*None,))
attempt(lambda: {**[1]})
attempt(lambda: f(*5))
attempt(lambda: f(**[1]))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
