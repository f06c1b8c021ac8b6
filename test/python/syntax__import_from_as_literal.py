# SyntaxError: from … import … as a call.
# recorded: CPython 3.14
from math import sin as f()
