# `raise … from …` and an exception during handling print both tracebacks.
# recorded: CPython 3.14
def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError("bad input") from error

try:
    parse("x1")
except RuntimeError:
    {}["missing"]
