# Notes are kept in __notes__ and printed below the exception.
# recorded: CPython 3.14
e = ValueError("base")
e.add_note("first note")
e.add_note("second\nwith two lines")
print(e.__notes__, e)
try:
    e.add_note(1)
except TypeError as error:
    print(error)
try:
    raise e.with_traceback(None)
except ValueError as caught:
    print(caught is e, caught.__traceback__ is not None)
try:
    e.with_traceback("no")
except TypeError as error:
    print(error)
raise e
