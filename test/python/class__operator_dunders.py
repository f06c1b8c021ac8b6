# All the other operator methods.
# recorded: CPython 3.14
class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
    def __sub__(self, o): return N(self.v - getattr(o, "v", o))
    def __rsub__(self, o): return N(o - self.v)
    def __mul__(self, o): return N(self.v * getattr(o, "v", o))
    __rmul__ = __mul__
    def __truediv__(self, o): return N(self.v / o)
    def __floordiv__(self, o): return N(self.v // o)
    def __mod__(self, o): return N(self.v % o)
    def __neg__(self): return N(-self.v)
    def __invert__(self): return N(~self.v)
    def __and__(self, o): return N(self.v & o)
    def __lshift__(self, o): return N(self.v << o)
    def __iadd__(self, o): self.v += o; return self
    def __matmul__(self, o): return "matmul"
    def __contains__(self, x): return x == self.v
    def __ge__(self, o): return self.v >= o.v
    def __int__(self): return self.v
    def __float__(self): return float(self.v)
    def __index__(self): return self.v

n = N(7)
print(n - 2, 10 - n, n * 3, 3 * n, n / 2, n // 2, n % 4, -n, ~n, n & 3, n << 1, n @ 5, 7 in n, n >= N(3), N(1) <= n)
print(int(n), float(n), [0] * N(2), "abcdefghij"[N(1)], range(10)[N(3)], hex(n))
n += 1
print(n)
