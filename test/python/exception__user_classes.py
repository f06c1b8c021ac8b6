# User exceptions: attributes, __init__, __str__, hierarchy.
# recorded: CPython 3.14
class AppError(Exception):
    """Base of the application's errors."""
    code = 1

class Invalid(AppError):
    code = 2
    def __init__(self, field, message):
        super().__init__(f"{field}: {message}")
        self.field = field

class Quiet(AppError):
    def __str__(self):
        return "<quiet>"

for make in (lambda: AppError("a", 1), lambda: Invalid("age", "negative"), lambda: Quiet("x"), lambda: AppError()):
    try:
        raise make()
    except AppError as e:
        print(type(e).__name__, str(e), repr(e), e.args, e.code, getattr(e, "field", None))
print(issubclass(Invalid, Exception), isinstance(Quiet(), AppError), Invalid.__mro__[1:3], AppError.__doc__)
class NoArgs(Exception):
    def __init__(self): pass
print(repr(NoArgs()), NoArgs().args)
class KwOnly(Exception):
    def __init__(self, *, why): self.why = why
try:
    raise KwOnly(why="because")
except KwOnly as e:
    print(repr(e), e.why)
class Multi(KeyError, AttributeError): pass
try:
    raise Multi("m")
except AttributeError as e:
    print(repr(e), str(e))
