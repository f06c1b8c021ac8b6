# SyntaxError: import * and a name.
# recorded: CPython 3.14
from math import *, sin
