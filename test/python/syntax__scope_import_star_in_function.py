# SyntaxError: import * in a function.
# recorded: CPython 3.14
def f():
    from math import *
