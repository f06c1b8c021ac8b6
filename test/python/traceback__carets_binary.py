# Carets under binary operators mark the operator and its operands.
# recorded: CPython 3.14
import sys, traceback
def f(a, b):
    return (a + 1) * 2 + [1, 2][b] / (a - a)
f(3, 1)
