# None's comparisons are asked of None itself; str() of exceptions is asked of them.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    show(getattr(None, name), None)
    show(getattr(None, name), 0)
    show(getattr(None, name))
for error in (KeyError("a"), OSError(-2, "text"), SyntaxError("bad"), ImportError("no"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"),
              UnicodeEncodeError("ascii", "é", 0, 1, "why"), UnicodeTranslateError("é", 0, 1, "why"), ExceptionGroup("a", [ValueError()]),
              BaseExceptionGroup("b", [KeyboardInterrupt()])):
    show(error.__str__)
    show(error.__str__, 1)
print(callable(globals), sorted(name for name in globals() if name == "show"), "name" in locals())
try:
    locals(1)
except TypeError as error:
    print(error)
try:
    globals(1)
except TypeError as error:
    print(error)
