# Private names are mangled with the class's name.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class A:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x, self.__y
    def __private(self): return "private"
    def call(self): return self.__private()
    __dunder__ = "plain"
class B(A):
    def get_b(self): return self.__y
show(lambda: (A().get(), A().call(), A()._A__x, sorted(vars(A())), A.__dunder__, B()._A__y))
show(lambda: A().__x)
show(lambda: B().get_b())
show(lambda: A().__private())
