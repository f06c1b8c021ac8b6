# __context__, __cause__ and __suppress_context__ of nested exceptions.
# recorded: CPython 3.14
def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("second")
    except KeyError as second:
        try:
            raise ValueError("third") from second
        except ValueError as third:
            return third

e = chain()
while e is not None:
    print(repr(e), "| cause", repr(e.__cause__), "| context", repr(e.__context__), "|", e.__suppress_context__)
    e = e.__context__
try:
    try:
        raise OSError("a")
    except OSError:
        raise LookupError("b") from None
except LookupError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
try:
    try:
        raise OSError("a")
    finally:
        {}["x"]
except KeyError as e:
    print(repr(e.__context__))
