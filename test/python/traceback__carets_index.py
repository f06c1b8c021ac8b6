# Carets of an index out of range in a longer expression.
# recorded: CPython 3.14
values = [1, 2, 3]
total = values[0] + values[1] * values[5] - 4
