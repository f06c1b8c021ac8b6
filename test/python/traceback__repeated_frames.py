# Frames that repeat are folded.
# recorded: CPython 3.14
def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)
down(20)
