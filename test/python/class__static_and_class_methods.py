# staticmethod and classmethod.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

class Date:
    count = 0
    def __init__(self, y, m): self.y, self.m = y, m; type(self).count += 1
    @classmethod
    def parse(cls, text): return cls(*map(int, text.split("-")))
    @staticmethod
    def is_leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    @classmethod
    def made(cls): return cls.count
class Sub(Date): pass
d = Date.parse("2024-02")
show(lambda: (
    d.y, Sub.parse("1-2").__class__.__name__, Date.is_leap(2000), d.is_leap(1900), Date.made(), Sub.made(),
    Date.count, d.parse("3-4").y, Sub.is_leap(4),
))
show(lambda: Date.parse())
show(lambda: Date.is_leap())
show(lambda: Date.parse("x-y"))
show(lambda: Date.nope())
