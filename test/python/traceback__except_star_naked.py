# A naked exception that an except* clause took and raised again, or replaced.
# recorded: CPython 3.14
def fail():
    raise ValueError('x')


def again():
    try:
        fail()
    except* ValueError:
        raise


def other():
    try:
        fail()
    except* ValueError as e:
        raise KeyError(1) from e


try:
    again()
except ExceptionGroup as e:
    print(e.__traceback__ is not None, e.exceptions)
    print([type(x).__name__ for x in (e.__context__, e.__cause__)])
try:
    other()
finally:
    again()
