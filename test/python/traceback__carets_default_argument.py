# A default argument is evaluated in the frame of the def.
# recorded: CPython 3.14
def f(a, b=1 // 0):
    pass
