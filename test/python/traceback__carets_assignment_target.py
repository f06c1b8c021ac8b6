# Carets of an assignment to an item that does not exist.
# recorded: CPython 3.14
matrix = [[0] * 3 for _ in range(2)]
matrix[1][2] = 1
matrix[5][2] = matrix[0][0] + 1
