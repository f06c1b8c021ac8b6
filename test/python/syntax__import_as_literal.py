# SyntaxError: import … as a number.
# recorded: CPython 3.14
import math as 5
