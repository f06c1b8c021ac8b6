# What exception classes say about wrong arguments.
# recorded: CPython 3.14
def attempt(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)

attempt(lambda: ValueError(x=1))
attempt(lambda: UnicodeDecodeError("utf-8"))
attempt(lambda: ImportError("x", nope=1))
attempt(lambda: OSError(x=1))
attempt(lambda: StopIteration(a=1))
attempt(lambda: ValueError("x").args.x)
attempt(lambda: setattr(ValueError("x"), "args", 5))
attempt(lambda: setattr(ValueError("x"), "__cause__", 5))
attempt(lambda: setattr(ValueError("x"), "__traceback__", 5))
attempt(lambda: setattr(ValueError("x"), "__context__", "a"))
attempt(lambda: ValueError("x").with_traceback(5))
attempt(lambda: ValueError("x").add_note(5))
attempt(lambda: ValueError("x").missing)
attempt(lambda: ExceptionGroup("m", []))
attempt(lambda: ExceptionGroup("m", [1]))
attempt(lambda: ExceptionGroup("m", [KeyboardInterrupt()]))
