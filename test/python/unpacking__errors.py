# Too many, too few, and not iterable.
# recorded: CPython 3.14
def attempt(f):
    try:
        f()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

def too_many(): a, b = 1, 2, 3
def too_few(): a, b, c = [1, 2]
def starred(): a, *b, c = [1]
def not_iterable(): a, b = 5
def none(): a, b = None
def empty(): (a,) = ()
def from_generator(): a, b = (i for i in range(5))
def from_dict(): a, b = {1: 2}
def from_string(): a, b = "abc"
for f in (too_many, too_few, starred, not_iterable, none, empty, from_generator, from_dict, from_string):
    attempt(f)
