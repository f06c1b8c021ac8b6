def f(a, b, c):
    x = a or b and not c
    if a and (b or not c) or x:
        return 1 if a and b else 2
    return not (a or b)
