# A call that does not fit says how.
# recorded: CPython 3.14
def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as error:
        print(error)

def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1): pass
def keyword(*, k, m): pass
def positional(a, /): pass
def starred(a, *args): pass
def pos_default(a, b=2, /, c=3): pass
attempt(none, 1)
attempt(none, x=1)
attempt(one)
attempt(one, 1, 2)
attempt(two)
attempt(three)
attempt(two, 1)
attempt(two, 1, 2, 3)
attempt(two, 1, a=2)
attempt(two, 1, c=2)
attempt(default)
attempt(default, 1, 2, 3)
attempt(keyword)
attempt(keyword, k=1)
attempt(keyword, 1, 2, k=1, m=2)
attempt(positional, a=1)
attempt(starred)
attempt(pos_default, b=1)
attempt(pos_default, 1, 2, 3, 4)
attempt(two, 1, bb=2)
attempt(lambda x: x)
attempt(5)
attempt("abc", 1)
attempt(None)
