def f(a, b):
    x = a + b
    x = x * 2 - b / 3
    x //= a
    return -x ** +b @ ~a
