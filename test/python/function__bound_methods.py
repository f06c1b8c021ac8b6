# Bound methods, and methods of builtins as values.
# recorded: CPython 3.14
class Account:
    def __init__(self, n): self.n = n
    def add(self, k): return self.n + k

a = Account(10)
f = a.add
a.n = 20
print(f(1), Account.add(a, 2), f.__self__ is a)
words = ["b", "A", "c"]
print(sorted(words, key=str.lower), list(map(str.upper, words)), list(map(len, ["", "ab"])))
push = words.append
push("z")
print(words, [].append.__name__)
print(list(map("{}!".format, [1, 2])), a.add == a.add, a.add is a.add)
