# Functions that call themselves and each other.
# recorded: CPython 3.14
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

def is_even(n):
    return n == 0 or is_odd(n - 1)

def is_odd(n):
    return n != 0 and is_even(n - 1)

def hanoi(n, a, b, c):
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c) if n else []

def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]

def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))

print(factorial(20), factorial(30))
print(is_even(100), is_odd(7))
print(hanoi(3, "A", "B", "C"))
print(flatten([1, [2, [3, [4]], 5], [], [[6]]]))
print(ackermann(2, 3))
