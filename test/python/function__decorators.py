# Decorators wrap functions and classes, from the inside out.
# recorded: CPython 3.14
def shout(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs).upper() + "!"
    return wrapper

def tag(name):
    def decorate(f):
        def wrapper(*args):
            return f"<{name}>{f(*args)}</{name}>"
        return wrapper
    return decorate

@shout
def greet(name):
    return f"hello {name}"

@tag("b")
@tag("i")
def text(s):
    return s

registry = {}
def register(cls):
    registry[cls.__name__] = cls
    return cls

@register
class Thing: pass

print(greet("bob"), text("x"), list(registry))
@(lambda f: f())
def value(): return 42
print(value)
