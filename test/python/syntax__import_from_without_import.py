# SyntaxError: from without import.
# recorded: CPython 3.14
from math
