# SyntaxError: import before from.
# recorded: CPython 3.14
import sin from math
