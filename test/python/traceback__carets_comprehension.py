# Carets of a comprehension and the frame it runs in.
# recorded: CPython 3.14
numbers = [4, 2, 0]
print([10 / n for n in numbers if n >= 0])
