# SyntaxError: import … as an attribute.
# recorded: CPython 3.14
import math as m.x
