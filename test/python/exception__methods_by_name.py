# Methods of exceptions called by name: __str__ and __repr__ of those that have their own, notes, tracebacks, state.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


made = (BaseException("a", 1), KeyError("a"), KeyError(1, 2), OSError(-2, "No such file", "name"), OSError(-2, "text"), OSError(1), SyntaxError("bad", ("f.py", 3, 1, "text")),
        SyntaxError("bad"), ImportError("a", name="b"), ImportError(1), UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 1, "why"), UnicodeDecodeError("utf-8", b"\xff\xfe", 0, 2, "why"),
        UnicodeEncodeError("ascii", "é", 0, 1, "why"), UnicodeEncodeError("ascii", "\U0001f600é", 0, 2, "why"), UnicodeTranslateError("é", 0, 1, "why"))
for error in made:
    kind = type(error)
    print(kind.__str__(error), "|", kind.__repr__(error))
for kind in (BaseException, KeyError, OSError, SyntaxError, ImportError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError):
    for name in ("__str__", "__repr__"):
        show(getattr(kind, name), kind.__new__(kind), 1)
        if kind is BaseException or name == "__repr__":
            show(getattr(kind, name), 5)
            show(getattr(kind, name))
error = ValueError("a")
show(BaseException.add_note, error, "first")
show(BaseException.add_note, error, 5)
show(BaseException.add_note, error)
error.__notes__ = 5
show(BaseException.add_note, error, "second")
print(BaseException.with_traceback(error, None) is error, error.__traceback__)
show(BaseException.with_traceback, error, 5)
show(BaseException.with_traceback, error)
for name in ("__cause__", "__context__", "__traceback__", "__suppress_context__", "args"):
    for value in (None, 5, KeyError("k"), [1]):
        try:
            setattr(error, name, value)
            print(name, "set", repr(getattr(error, name)))
        except TypeError as problem:
            print(name, problem)
    try:
        delattr(error, name)
        print(name, "deleted")
    except TypeError as problem:
        print(name, problem)
error.own = 1
print(error.__dict__)
