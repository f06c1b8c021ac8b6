# Dict and set comprehensions.
# recorded: CPython 3.14
print({c: ord(c) for c in "abc"})
print({n: n % 3 for n in range(6) if n != 4})
print({v: k for k, v in {"a": 1, "b": 2}.items()})
print({n % 3 for n in range(10)})
print({k: [i for i in range(k)] for k in (1, 2)})
print({x: y for x in "ab" for y in (1, 2)})
def key(k): print("key", k); return k
def value(v): print("value", v); return v
print({key(i): value(-i) for i in range(2)})
