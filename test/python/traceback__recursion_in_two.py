# Mutual recursion: nothing is folded, but the error is caught.
# recorded: CPython 3.13, depth is the platform's
import sys
def even(n): return odd(n + 1)
def odd(n): return even(n + 1)
try:
    even(0)
except RecursionError as e:
    print(type(e).__name__, e)
print("alive", sys.getrecursionlimit())
