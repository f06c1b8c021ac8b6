# Matrix multiplication, transposition and powers on nested lists, by loops and by comprehensions.
def multiply(a, b):
    rows, inner, columns = len(a), len(b), len(b[0])
    out = [[0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            total = 0
            for k in range(inner):
                total += a[i][k] * b[k][j]
            out[i][j] = total
    return out


def multiply_zip(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def power(matrix, n, modulus):
    size = len(matrix)
    result = [[int(i == j) for j in range(size)] for i in range(size)]
    while n:
        if n & 1:
            result = [[x % modulus for x in row] for row in multiply(result, matrix)]
        matrix = [[x % modulus for x in row] for row in multiply(matrix, matrix)]
        n >>= 1
    return result


n = 140
a = [[(i * j + i) % 17 for j in range(n)] for i in range(n)]
b = [[(i - j) / 4 for j in range(n)] for i in range(n)]
c = multiply(a, b)
d = multiply_zip(c, a)
print(sum(map(sum, c)), d[3][5], max(map(max, d)), power(a[:12], 1, 97)[0][:3])
print([row[:3] for row in power([row[:12] for row in a[:12]], 10 ** 15, 1000003)[:2]])
