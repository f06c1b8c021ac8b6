# Every augmented assignment on names, items and attributes.
# recorded: CPython 3.14
x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 2; print(x)
x //= 5; print(x)
x **= 3; print(x)
x %= 50; print(x)
x <<= 3; print(x)
x >>= 1; print(x)
x |= 7; print(x)
x &= 12; print(x)
x ^= 5; print(x)
x /= 4; print(x)
items = [1, 2, 3]
items[1] += 10
items[-1] *= 4
alias = items
items += (9, 8)
print(alias, alias is items)
d = {"n": 1}
d["n"] -= 5
print(d)
class Box: pass
b = Box()
b.v = "a"
b.v += "b"
print(b.v)
t = (1, 2)
u = t
t += (3,)
print(t, u)
