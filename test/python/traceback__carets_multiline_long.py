# Of many lines only the first and the last are shown.
# recorded: CPython 3.14
def fail(*args):
    raise ValueError("x")
result = fail(
    1,
    2,
    3,
    4,
    5,
    6,
)
