# int.__hash__ and float.__hash__ agree for equal numbers, and follow the modulus 2 ** 61 - 1.
# recorded: CPython 3.13, hashes are of 64 bits
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for value in (0, 1, -1, -2, True, 2 ** 61 - 1, 2 ** 61, -(2 ** 61), 3 * 10 ** 25, -3 * 10 ** 25):
    show(int.__hash__, value)
for value in (-2.5, 0.5, -1.0, 1e300, float("inf"), -float("inf"), 2.0 ** 61, -0.0, 3e25):
    show(float.__hash__, value)
show(int.__hash__, 1.0)
show(float.__hash__, 1)
show(int.__hash__)
show(float.__hash__, 1.0, 2)
