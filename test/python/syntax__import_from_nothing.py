# SyntaxError: from … import nothing.
# recorded: CPython 3.14
from math import
