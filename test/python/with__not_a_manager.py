# Objects that do not have the protocol.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class OnlyEnter:
    def __enter__(self): return 1
class OnlyExit:
    def __exit__(self, *a): pass
def use(m):
    with m: return "body"
show(lambda: use(5))
show(lambda: use(OnlyEnter()))
show(lambda: use(OnlyExit()))
show(lambda: use(None))
show(lambda: use("text"))
