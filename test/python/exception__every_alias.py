# Constructors of the exceptions with one argument and what refuses keywords, one by one.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


for kind in (BaseException, Exception, GeneratorExit, KeyboardInterrupt, LookupError, MemoryError, BufferError, EOFError, TimeoutError):
    show(kind, "text")
    show(kind, text=1)
print(EnvironmentError is OSError, IOError is OSError)
