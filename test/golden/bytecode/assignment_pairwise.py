def swap(a, b):
    a, b = b, a
    return a, b

def fibonacci(n):
    x, y = 0, 1
    while x < n:
        x, y = y, x + y
    return x
