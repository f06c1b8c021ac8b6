# Raising the caught exception again adds the line of the raise.
# recorded: CPython 3.14
def f():
    raise OSError("disk")
def wrapper():
    try:
        f()
    except OSError as e:
        raise e
wrapper()
