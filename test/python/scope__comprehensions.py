# Comprehension variables stay inside; the first iterable is evaluated outside.
# recorded: CPython 3.14
x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", "cd")}, x)
class C:
    n = 3
    items = [i for i in range(n)]
print(C.items)
def f():
    y = 10
    return [y + z for z in range(2)], {y for _ in "a"}, list(y for _ in "ab")
print(f())
try:
    [undefined for _ in range(1)]
except NameError as error:
    print(error)
try:
    class D:
        n = 3
        items = [n for i in range(n)]
except NameError as error:
    print(error)
