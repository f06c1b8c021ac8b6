# Dividing by zero names the operation.
# recorded: CPython 3.14
for text, f in [
    ("int /", lambda: 1 / 0),
    ("int //", lambda: 1 // 0),
    ("int %", lambda: 1 % 0),
    ("divmod", lambda: divmod(1, 0)),
    ("float /", lambda: 1.0 / 0),
    ("float //", lambda: 1.0 // 0.0),
    ("float %", lambda: 1.0 % 0),
    ("float divmod", lambda: divmod(1.0, 0.0)),
    ("int pow", lambda: 0 ** -1),
    ("float pow", lambda: 0.0 ** -1.5),
    ("pow mod", lambda: pow(2, 3, 0)),
]:
    try:
        print(f())
    except (ZeroDivisionError, ValueError) as error:
        print(text, type(error).__name__, error)
