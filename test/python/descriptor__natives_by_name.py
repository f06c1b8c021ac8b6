# Descriptors of native classes: __get__ for an instance, for the class, for the wrong thing.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error; addresses are left out."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, len(arguments), keywords or "", "->", result.split(" at 0x")[0])


upper, add, doc, keys = str.__dict__["upper"], int.__dict__["__add__"], type.__dict__["__doc__"], dict.__dict__["fromkeys"]
print(type(upper).__get__(upper, "a")(), type(upper).__get__(upper, None, str) is upper, type(upper).__call__(upper, "b"))
show(type(upper).__get__, upper, 5)
show(type(upper).__get__, upper)
show(type(upper).__get__, 5, 5)
show(type(upper).__call__, upper, 5)
print(type(add).__get__(add, 1)(2), type(add).__get__(add, None, int) is add, type(add).__call__(add, 1, 2))
show(type(add).__get__, add, "a")
show(type(add).__get__, add)
show(type(add).__call__, add, "a")
show(type(add).__call__, add)
print(type(keys).__get__(keys, None, dict)("ab"), type(keys).__get__(keys, {})("a"))
show(type(keys).__get__, keys, None)
show(type(keys).__get__, keys, 5)
show(type(keys).__get__, keys, None, int)
show(type(keys).__call__, keys, dict, "a")
show(type(keys).__call__, 5)
real = int.__dict__["real"]
print(type(real).__get__(real, True), type(real).__get__(real, None, int) is real)
show(type(real).__get__, real, "a")
show(type(real).__get__, real)
show(type(real).__set__, real, 1, 2)
show(type(real).__set__, real, "a", 2)
show(type(real).__set__, real, 1)
show(type(real).__delete__, real, 1)
show(type(real).__delete__, real)
