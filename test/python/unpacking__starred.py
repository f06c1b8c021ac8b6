# Starred targets take what is left.
# recorded: CPython 3.14
first, *rest = [1, 2, 3]
print(first, rest)
*init, last = "abc"
print(init, last)
a, *b, c = range(2)
print(a, b, c)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6
print(a, b, c, d)
*all_of_it, = (1, 2)
print(all_of_it)
head, *_, tail = (x * x for x in range(5))
print(head, tail, _)
for key, *values in [("a", 1, 2), ("b",)]:
    print(key, values)
