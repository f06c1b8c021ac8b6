# str.maketrans and bytes.maketrans are bound to nothing.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


print(str.maketrans("ab", "xy"), bytes.maketrans(b"a", b"b")[96:99], str.maketrans({"a": None}))
for call in (lambda: str.maketrans(5), lambda: str.maketrans("a", "bc"), lambda: bytes.maketrans(b"a", b"bc"), lambda: bytes.maketrans("a", "b"), lambda: str.maketrans("a", "b", 5)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(enumerate.__class_getitem__(int)).__name__)
