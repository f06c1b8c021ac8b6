# BaseException itself, and catching it.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

def run(e):
    try:
        raise e
    except BaseException as caught:
        return repr(caught), isinstance(caught, Exception)
show(lambda: (
    run(BaseException("b")), run(Exception()), run(KeyboardInterrupt("k")), run(GeneratorExit()),
    BaseException(1, 2).args, BaseException.__doc__ is not None, BaseException() == BaseException(),
))
show(lambda: BaseException(x=1))
show(lambda: BaseException.nope)
show(lambda: run(BaseException))
