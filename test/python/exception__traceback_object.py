# __traceback__ names the lines of the frames.
# recorded: CPython 3.14
def inner():
    raise ValueError("x")

def outer():
    inner()

try:
    outer()
except ValueError as e:
    tb = e.__traceback__
    lines = []
    while tb is not None:
        lines.append(tb.tb_lineno)
        tb = tb.tb_next
    print(lines)
