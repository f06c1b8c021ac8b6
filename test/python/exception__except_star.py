# except* takes the matching part of a group.
# recorded: CPython 3.14
try:
    raise ExceptionGroup("g", [ValueError("a"), TypeError("b"), OSError("c")])
except* ValueError as e:
    print("values", e.exceptions)
except* (TypeError, OSError) as e:
    print("others", e.exceptions)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        print("handled")
except ExceptionGroup as rest:
    print(repr(rest))
