# The class of an OSError follows from its error number; the numbers are those of Linux.
# recorded: CPython 3.13, 3.14 was built for another system
for number in (1, 2, 3, 4, 5, 10, 11, 13, 17, 20, 21, 32, 99, 103, 104, 108, 110, 111, 114, 115, 2**70, -1):
    print(number, repr(OSError(number, "text")), FileNotFoundError(number, "text"))
print(repr(OSError("2", "text")), repr(OSError(2)), repr(OSError(2, "text", "name", None, "other")))
try:
    OSError(2, "text", option=1)
except TypeError as error:
    print(error)
try:
    class Both(OSError, ImportError):
        pass
except TypeError as error:
    print(error)
