# Notes of every kind, and exceptions that cannot be told.
# recorded: CPython 3.14
# exit: 1
class E(Exception):
    def __str__(self): raise ValueError
class F(Exception):
    __notes__ = 5
class N:
    def __str__(self): return "N str"
class B:
    def __str__(self): 1/0
e1 = E(); e1.__notes__ = [1, N(), B(), "a\nb"]
e2 = F("x")
e3 = ValueError(""); e3.__notes__ = "text"
e4 = ValueError("tail\n"); e4.__notes__ = ("t",)
e5 = ValueError("n"); e5.__notes__ = None
class M(ValueError): pass
M.__module__ = "other.mod"
class X:
    class Y(Exception): pass
try:
    raise e1
except E as e:
    pass
raise BaseExceptionGroup("g", [e1, e2, e3, e4, e5, M("m"), X.Y(1), KeyboardInterrupt()]) from e1
