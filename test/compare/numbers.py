# Ints and floats: parsing, texts, arithmetic near the edges of limbs, rounding, powers and shifts.
random = Random(7)


def edge():
    bits = random.choice([0, 1, 2, 15, 16, 29, 30, 31, 32, 33, 52, 53, 54, 59, 60, 61, 62, 63, 64, 65, 90, 120, 126, 127, 128, 129, 180, 192, 256, 400])
    number = (1 << bits) + random.choice([-2, -1, 0, 0, 1, 2, 12345])
    if random.below(4) == 0:
        number ^= random.below(2**31)
    return -number if random.below(2) else number


def real():
    kind = random.below(8)
    if kind == 0:
        return random.choice([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -0.5, 1e308, -1e308, 5e-324, 2.2250738585072014e-308, float("inf"), float("-inf"),
                              float("nan"), 1e22, 1e23, 9007199254740993.0, 0.1, 0.3, 1e16, 1e-5, 1e-4])
    number = random.below(2**31) * 2.0**random.below(40) + random.below(1000)
    number = number * 10.0 ** (random.below(60) - 30)
    if kind == 1:
        number = float(random.below(10000)) / random.choice([1, 2, 4, 5, 8, 10, 100, 1000])
    return -number if random.below(2) else number


def digits(alphabet, most):
    return "".join([random.choice(alphabet) for _ in range(random.below(most))])


def number_text():
    kind = random.below(6)
    sign = random.choice(["", "", "", "+", "-", "- ", "--", "\u2212"])
    around = random.choice(["", "", "", " ", "\n", "\u3000", "\x1f", "\x00", "x"])
    if kind == 0:
        body = digits("0123456789", 25) + random.choice(["", ".", "."]) + digits("0123456789", 25)
    elif kind == 1:
        body = digits("0123456789_", 20)
    elif kind == 2:
        body = digits("0123456789_.eE+-", 12)
    elif kind == 3:
        body = random.choice(["0x", "0b", "0o", "0X", "0B", "0O", "0", "0_", "0x_"]) + digits("0123456789abcdefABCDEFgz_", 15)
    elif kind == 4:
        body = random.choice(["inf", "Infinity", "nan", "NaN", "INF", "infinit", "nan1", "in", "\u0661\u0662", "\uff11.\uff15", "1e5", "1E-5", "1e400",
                              "1e-400", ".", "e5", ".5", "5.", "1__0", "_1", "1_", "1e", "1e+", "0e0", "\xb2"])
    else:
        body = digits("0123456789", 20) + "." + digits("0123456789", 20) + "e" + str(random.below(700) - 350)
    return around + sign + body + around


for number in range(40000):
    text = number_text()
    base = random.choice([10, 0, 2, 8, 16, 36, 7, 37, 1, -1])
    attempt("int " + ascii(text), int, [text])
    attempt("int " + ascii(text) + " base " + str(base), int, [text, base])
    attempt("float " + ascii(text), float, [text])
    if number % 7 == 0:
        attempt("float.fromhex " + ascii(text), float.fromhex, [text])
for number in range(50000):
    value = real()
    say("float " + str(number), repr(value) + " " + value.hex())
    say("hash of " + str(number), str(hash(value) if value == value else 0))
    if number % 3 == 0:
        places = random.below(12) - 4
        attempt("round " + repr(value) + " " + str(places), round, [value, places])
        attempt("round " + repr(value), round, [value])
        attempt("ratio " + repr(value), lambda: value.as_integer_ratio())
    other = real()
    for name, operation in (("//", lambda: value // other), ("%", lambda: value % other), ("divmod", lambda: divmod(value, other)),
                            ("**", lambda: value ** (other if number % 4 else float(random.below(9) - 4)))):
        if number % 5 == 0 and not (name == "**" and value < 0 and other != int(other if other == other and abs(other) < 1e300 else 0)):
            attempt(repr(value) + " " + name + " " + repr(other), operation)
INT_OPERATIONS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "//": lambda a, b: a // b, "%": lambda a, b: a % b,
    "divmod": divmod, "/": lambda a, b: a / b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b,
    "<": lambda a, b: a < b, "==": lambda a, b: a == b, "<=": lambda a, b: a <= b, "<< small": lambda a, b: a << (b % 200),
    ">> small": lambda a, b: a >> (b % 200), "** small": lambda a, b: a ** (b % 9), "pow mod": lambda a, b: pow(a, abs(b) % 1000, b),
    "pow mod negative": lambda a, b: pow(a, -3, b), "round": lambda a, b: round(a, -(b % 40)), "float": lambda a, b: float(a) + b,
    "compare float": lambda a, b: [a < float(b), a == float(b), float(a) > b, float(a) == b], "~": lambda a, b: ~a, "bits": lambda a, b: a.bit_length(),
    "count": lambda a, b: a.bit_count(), "hash": lambda a, b: hash(a), "texts": lambda a, b: (hex(a), oct(a), bin(b)),
    "bytes": lambda a, b: int.from_bytes(a.to_bytes(60, "little", signed=True), "little", signed=True) == a,
    "to_bytes": lambda a, b: a.to_bytes(b % 20, "big", signed=b % 2 == 0), "/ 3": lambda a, b: a / 3,
}
for number in range(30000):
    a, b = edge(), edge()
    for name, operation in INT_OPERATIONS.items():
        if random.below(4) == 0:
            attempt(str(a) + " " + name + " " + str(b), operation, [a, b])
