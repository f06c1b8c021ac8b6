# An exception whose __str__ fails is still printed.
# recorded: CPython 3.14
class Bad(Exception):
    def __str__(self):
        raise RuntimeError("no text")

try:
    str(Bad())
except RuntimeError as e:
    print(e)
raise Bad("x")
