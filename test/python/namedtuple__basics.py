# collections.namedtuple.
# recorded: CPython 3.14
from collections import namedtuple
Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1, 2)
print(p, p.x, p[1], Point(5), p._asdict(), p._replace(x=9), Point._fields, p == (1, 2), Point._make([3, 4]), *p)
try:
    Point()
except TypeError as error:
    print(error)
