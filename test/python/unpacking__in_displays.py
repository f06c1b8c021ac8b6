# Unpacking in list, tuple, set and dict displays and in calls.
# recorded: CPython 3.14
a = [1, 2]
b = (3, 4)
print([*a, *b], (*a, 5), {*a, *b} == {1, 2, 3, 4}, [0, *range(3), *"xy"])
d = {"x": 1, "y": 2}
print({**d, "y": 3, "z": 4}, {"y": 0, **d}, {**{}, **d})
def f(*args, **kwargs):
    return args, kwargs
print(f(*a, *b, 5, **d, w=9))
print(f(*[], **{}))
print(*a, *b, sep="-")
t = *a, *b
print(t)
