# Assignment expressions in conditions, comprehensions and calls.
# recorded: CPython 3.14
data = [3, 8, 1, 9]
if (n := len(data)) > 3:
    print("many", n)
while (item := data.pop()) != 8:
    print("item", item)
print(item, data)
squares = [y for x in range(5) if (y := x * x) % 2 == 0]
print(squares, y)
print((a := 5), a + (b := 6), b)
print([last := v for v in (1, 2, 3)], last)
print(any((hit := w).startswith("b") for w in ["apple", "banana", "cherry"]), hit)
