# The loop variable outlives the loop; changing it does not change the iteration.
# recorded: CPython 3.14
for i in range(3):
    print(i, end=" ")
    i = 10
print(i)
items = [1, 2, 3]
for items[0] in "ab":
    print(items)
total = 0
for x in [1, 2, 3]:
    for x in [10, 20]:
        total += x
print(x, total)
for i in []:
    pass
print(i)
