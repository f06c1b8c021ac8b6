# ~ on a bool warns and gives the int's; called by name it takes bools only.
# recorded: CPython 3.14
# exit: 0
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


print(~True, ~False)
show(bool.__invert__, 5)
show(bool.__invert__)
