# __setitem__, __delitem__, __contains__, __reversed__ and __length_hint__.
# recorded: CPython 3.14
class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __reversed__(self): return reversed(list(self.d))
b = Box()
b["a"] = 1
b["b"] = [2]
b["a"] += 5
b["b"] += [3]
del b["a"]
b[1:2] = "slice"
print("a" in b, b["b"], list(reversed(b)), b.d)
