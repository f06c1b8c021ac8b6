# Every operator between every two kinds of values.
OPERATIONS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b,
    "%": lambda a, b: a % b, "**": lambda a, b: a ** b, "@": lambda a, b: a @ b, "&": lambda a, b: a & b, "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b, "<<": lambda a, b: a << b, ">>": lambda a, b: a >> b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b, "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b, "[]": lambda a, b: a[b], "is": lambda a, b: type(a) is type(b), "divmod": divmod,
}


def augmented(sign):
    def change(a, b):
        if sign == "+=":
            a += b
        elif sign == "-=":
            a -= b
        elif sign == "*=":
            a *= b
        elif sign == "|=":
            a |= b
        elif sign == "&=":
            a &= b
        elif sign == "^=":
            a ^= b
        elif sign == "**=":
            a **= b
        elif sign == "%=":
            a %= b
        elif sign == "//=":
            a //= b
        elif sign == "/=":
            a /= b
        elif sign == "<<=":
            a <<= b
        elif sign == ">>=":
            a >>= b
        else:
            a @= b
        return a
    return change


for sign in ("+=", "-=", "*=", "|=", "&=", "^=", "**=", "%=", "//=", "/=", "<<=", ">>=", "@="):
    OPERATIONS[sign] = augmented(sign)
BIG = {"2**61", "10**40", "2**64", "1e300", "300", "-2**63-1"}
for name, operation in OPERATIONS.items():
    for left, make_left in VALUES:
        for right, make_right in VALUES:
            if name.rstrip("=") in ("*", "**", "<<") and (left in BIG or right in BIG):
                continue
            attempt(left + " " + name + " " + right, operation, [make_left(), make_right()])


def store(a, b):
    a[b] = "new"


def delete(a, b):
    del a[b]


def unary(name, operation):
    for label, make in VALUES:
        attempt(name + " " + label, operation, [make()])


for left, make_left in VALUES:
    for right, make_right in VALUES:
        for name, operation in (("store", store), ("delete", delete)):
            subject = make_left()
            attempt(left + " " + name + " " + right, operation, [subject, make_right()], {}, subject)
unary("-", lambda a: -a)
unary("+", lambda a: +a)
unary("~", lambda a: ~a)
unary("not", lambda a: not a)
unary("star", lambda a: [*a])
unary("double star", lambda a: dict(**a))
unary("call star", lambda a: max(*a))
unary("f-string", lambda a: f"{a}{a!r}{a!s}{a!a}")
unary("f-string spec", lambda a: f"{a:>10}")
unary("unpack", lambda a: [(x, y) for x, y in [a]])
unary("call", lambda a: a())
unary("attribute", lambda a: a.missing)
unary("raise", lambda a: [].append(1) or (_ for _ in ()).throw(a))
