# str's comparisons and conversions called by name: code points decide, other types give NotImplemented.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
    method = getattr(str, name)
    show(method, "a", "b")
    show(method, "a", "a")
    show(method, "", "\x00")
    show(method, "\uffff", "\U00010000")
    show(method, "é", "e\u0301")
    show(method, "\ud800", "\U0001f600")
    show(method, "a", 1)
    show(method, 1, "a")
    show(method, "a")
for name in ("__len__", "__repr__", "__str__"):
    method = getattr(str, name)
    for value in ("", "a'b", "\U0001f600\n\x7f", "\ud800", '\'"', "\u200b\xad", 5):
        show(method, value)
    show(method)
    show(method, "a", 1)
show(str.__hash__, "")
show(str.__hash__, 1)
show(str.__hash__)
print([*str.__iter__("aé\U0001f600")])
show(str.__iter__, 5)
