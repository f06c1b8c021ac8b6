# UserString's methods give UserStrings, and complain as those of str.
# recorded: CPython 3.14
from collections import UserString


def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


made = UserString(" Ab,cé ")
for name, arguments in (("capitalize", ()), ("casefold", ()), ("center", (12, "*")), ("count", ("b",)), ("encode", ()), ("endswith", (" ",)), ("expandtabs", ()), ("find", ("b",)),
                        ("format", ()), ("format_map", ({},)), ("isalnum", ()), ("isalpha", ()), ("isascii", ()), ("isdecimal", ()), ("isdigit", ()), ("isidentifier", ()),
                        ("islower", ()), ("isnumeric", ()), ("isprintable", ()), ("isspace", ()), ("istitle", ()), ("isupper", ()), ("join", ("ab",)), ("ljust", (9,)), ("lower", ()),
                        ("lstrip", ()), ("partition", (",",)), ("removeprefix", (" ",)), ("removesuffix", (" ",)), ("replace", ("b", "x")), ("rfind", ("b",)), ("rindex", ("b",)),
                        ("rjust", (9,)), ("rpartition", (",",)), ("rsplit", (",",)), ("rstrip", ()), ("split", (",",)), ("splitlines", ()), ("startswith", (" ",)), ("strip", ()),
                        ("swapcase", ()), ("title", ()), ("translate", ({98: "x"},)), ("upper", ()), ("zfill", (9,)), ("index", ("b",))):
    method = getattr(UserString, name)
    try:
        result = method(made, *arguments)
        print(name, type(result).__name__, repr(result))
    except Exception as error:
        print(name, type(error).__name__, error)
    try:
        print(name, method(made, 1, 2, 3, 4, wrong=5))
    except TypeError as error:
        print(name, "TypeError")
    except ValueError as error:
        print(name, error)
print(UserString.maketrans("a", "b"))
for call in (lambda: made.index("z"), lambda: made.encode("nothing"), lambda: made.join([1]), lambda: made.center("a"), lambda: UserString.maketrans("a", 5), lambda: made.splitlines(1, 2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
