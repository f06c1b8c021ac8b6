# Every builtin exception: what it makes of one, of several and of wrong arguments, str, repr and args.
# recorded: CPython 3.14
import builtins


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for name in sorted(dir(builtins)):
    kind = getattr(builtins, name)
    if name.startswith("_") or not (isinstance(kind, type) and issubclass(kind, BaseException)) or kind.__name__ != name or issubclass(kind, BaseExceptionGroup):
        continue
    for arguments in ((), ("é",), (-1, "two"), ("a", b"b", 0, 1, "c"), ("a", "b", 0, 1, "c")):
        try:
            made = kind(*arguments)
        except TypeError as error:
            print(name, arguments, "TypeError:", error)
            continue
        print(type(made).__name__, arguments, repr(made), str(made), made.args)
    for call in (lambda: kind(wrong=1), lambda: kind.__new__(), lambda: kind.__new__(int), lambda: kind.__init__(5), lambda: kind.__init__()):
        try:
            print(call())
        except TypeError as error:
            print(name, "TypeError", *(() if "__" in str(error) else (error,)))
    print(kind.__new__(kind).args)
    print(kind.__bases__, kind.__mro__.index(BaseException))
