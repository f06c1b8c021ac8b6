# raise with a call: no carets under the whole line.
# recorded: CPython 3.14
class Problem(Exception):
    pass
def check(value):
    if value > 3:
        raise Problem(f"too large: {value}")
    return value
for i in range(10):
    check(i)
