# SyntaxError: a trailing comma without parentheses.
# recorded: CPython 3.14
from math import sin,
