# Three exceptions in a chain, each with its frames.
# recorded: CPython 3.14
def low():
    return {}["config"]
def middle():
    try:
        low()
    except KeyError as e:
        raise ValueError("bad config") from e
def high():
    try:
        middle()
    except ValueError:
        raise RuntimeError("cannot start")
high()
