# SyntaxError: empty parentheses.
# recorded: CPython 3.14
from math import ()
