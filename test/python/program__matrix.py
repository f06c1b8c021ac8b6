# Matrices: product, transposition, determinant, inverse by elimination.
# recorded: CPython 3.14
def zeros(n, m):
    return [[0] * m for _ in range(n)]

def multiply(a, b):
    if len(a[0]) != len(b):
        raise ValueError(f"shapes {len(a)}x{len(a[0])} and {len(b)}x{len(b[0])} do not fit")
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]

def transpose(a):
    return [list(row) for row in zip(*a)]

def determinant(a):
    if len(a) == 1:
        return a[0][0]
    total = 0
    for j, value in enumerate(a[0]):
        minor = [row[:j] + row[j + 1:] for row in a[1:]]
        total += (-1) ** j * value * determinant(minor)
    return total

def inverse(a):
    n = len(a)
    work = [list(map(float, row)) + [float(i == j) for j in range(n)] for i, row in enumerate(a)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(work[r][i]))
        if abs(work[pivot][i]) < 1e-12:
            raise ZeroDivisionError("matrix is singular")
        work[i], work[pivot] = work[pivot], work[i]
        factor = work[i][i]
        work[i] = [x / factor for x in work[i]]
        for j in range(n):
            if j != i and work[j][i]:
                factor = work[j][i]
                work[j] = [x - factor * y for x, y in zip(work[j], work[i])]
    return [[round(x, 6) + 0.0 for x in row[n:]] for row in work]

def power(a, n):
    result = [[int(i == j) for j in range(len(a))] for i in range(len(a))]
    while n:
        if n & 1:
            result = multiply(result, a)
        a = multiply(a, a)
        n >>= 1
    return result

def show(a):
    widths = [max(len(str(x)) for x in column) for column in zip(*a)]
    for row in a:
        print("[" + " ".join(str(x).rjust(w) for x, w in zip(row, widths)) + "]")

a = [[2, 1, 0], [1, 3, 2], [0, 1, 1]]
show(multiply(a, a))
show(transpose([[1, 2, 3], [4, 5, 6]]))
print(determinant(a), determinant([[1, 2], [2, 4]]), determinant([[3]]))
show(inverse(a))
show(multiply(a, inverse(a)))
print(power([[1, 1], [1, 0]], 90)[0][1])
for bad in (lambda: multiply(a, [[1, 2]]), lambda: inverse([[1, 2], [2, 4]])):
    try:
        bad()
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
