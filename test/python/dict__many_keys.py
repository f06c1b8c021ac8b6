# Growing, shrinking and colliding keys.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {}
for i in range(1000): d[i * 7919 % 10007] = i
for i in range(0, 1000, 3): del d[i * 7919 % 10007]
show(lambda: (len(d), list(d)[:5], sum(d.values()), d[7919], 0 in d))
d = {str(i): i for i in range(300)}
show(lambda: (len(d), d["299"], list(d)[-2:], sum(d.values()), max(d, key=d.get), min(d.values())))
class Same:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return self.n == other.n
d = {Same(i): i for i in range(20)}
show(lambda: (d[Same(7)], len(d), d.pop(Same(3)), Same(3) in d, len(d), Same(19) in d))
