# Matching against something that is no exception class is a TypeError at match time.
# recorded: CPython 3.14
def attempt(kind):
    try:
        try:
            raise ValueError("inner")
        except kind:
            print("caught")
    except TypeError as error:
        print(error, "| context:", repr(error.__context__))

attempt(ValueError)
attempt((KeyError, ValueError))
attempt(5)
attempt("ValueError")
attempt((KeyError, 5))
attempt((KeyError, (ValueError,)))
attempt(int)
attempt(())
