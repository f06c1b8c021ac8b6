# Bit tricks: sets as integers, Gray codes, permissions, a bloom filter, subsets.
# recorded: CPython 3.14
class BitSet:
    def __init__(self, items=(), bits=0):
        self.bits = bits
        for i in items:
            self.bits |= 1 << i
    def __iter__(self):
        bits = self.bits
        while bits:
            low = bits & -bits
            yield low.bit_length() - 1
            bits ^= low
    def __len__(self): return self.bits.bit_count()
    def __eq__(self, other): return self.bits == other.bits
    def __hash__(self): return hash(self.bits)
    def __bool__(self): return self.bits != 0
    def union(self, other): return BitSet(bits=self.bits | other.bits)
    def minus(self, other): return BitSet(bits=self.bits & ~other.bits)
    def __repr__(self): return "BitSet({" + ", ".join(map(str, self)) + "})"

def subsets(bits):
    sub = bits
    while True:
        yield sub
        if sub == 0:
            return
        sub = (sub - 1) & bits

def gray(n):
    return [i ^ i >> 1 for i in range(1 << n)]

def reverse_bits(n, width):
    result = 0
    for _ in range(width):
        result = result << 1 | n & 1
        n >>= 1
    return result

def hamming_encode(data):
    d = [data >> i & 1 for i in range(4)]
    p = [d[0] ^ d[1] ^ d[3], d[0] ^ d[2] ^ d[3], d[1] ^ d[2] ^ d[3]]
    return [p[0], p[1], d[0], p[2], d[1], d[2], d[3]]

def hamming_decode(bits):
    bits = bits[:]
    syndrome = 0
    for position, bit in enumerate(bits, 1):
        if bit:
            syndrome ^= position
    if syndrome:
        bits[syndrome - 1] ^= 1
    return sum(bits[i] << n for n, i in enumerate((2, 4, 5, 6))), syndrome

PERMISSIONS = {"r": 4, "w": 2, "x": 1}
def mode(text):
    groups = [text[i:i + 3] for i in range(0, 9, 3)]
    return "".join(str(sum(PERMISSIONS[c] for c in g if c != "-")) for g in groups)
def show_mode(octal):
    return "".join(c if int(d) & v else "-" for d in octal for c, v in PERMISSIONS.items())

a, b = BitSet([1, 5, 64, 100]), BitSet(range(4, 7))
print(a, b, a.union(b), a.minus(b), len(a), 64 in a, 65 in a, bool(BitSet()), {a: 1}[BitSet([100, 64, 5, 1])])
print([f"{s:04b}" for s in subsets(0b1011)], [f"{g:03b}" for g in gray(3)], all((x ^ y).bit_count() == 1 for x, y in zip(gray(5), gray(5)[1:])))
print(f"{reverse_bits(0b10110, 8):08b}", [reverse_bits(i, 3) for i in range(8)], reverse_bits(1, 70) == 2 ** 69)
word = hamming_encode(0b1011)
print(word, hamming_decode(word), [hamming_decode([bit ^ (i == j) for j, bit in enumerate(word)]) for i in range(7)])
print(mode("rwxr-x--x"), show_mode("751"), show_mode(mode("rw-r--r--")))
bloom = 0
def positions(text, n=3, size=256):
    h = 5381
    for c in text.encode():
        h = (h * 33 ^ c) & 0xFFFFFFFF
    return [(h >> 8 * i ^ h * (i + 1)) % size for i in range(n)]
for w in ("apple", "pear", "plum"):
    for p in positions(w):
        bloom |= 1 << p
print([w for w in ("apple", "pear", "fig", "kiwi", "plum") if all(bloom >> p & 1 for p in positions(w))], bloom.bit_count() <= 9)
print(hex(0xDEADBEEF ^ 0xFFFFFFFF), (-1) & 0xFF, ~0x0F & 0xFF, 1 << 100 >> 98, -5 >> 1, (0xAB << 4 | 0xC) == 0xABC, 0b1010 & 0b0110 | 1 ^ 1)
