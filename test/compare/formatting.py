# Format specs, % formatting, str.format and f-strings from a small grammar.
random = Random(20)
SUBJECTS = [0, 1, -1, 7, 255, -12345, 10**15, 2**70, -10**25, True, False, 0.0, -0.0, 1.0, 1.5, -2.5, 0.1, 1e16, 1e-5, 123456.789, 1e100, -1e-100,
            2.5e-7, 999999.5, float("nan"), float("inf"), float("-inf"), "", "a", "abc", "\xdf\u0301", "\U0001f600", "x" * 20, None, [1], (1, 2), {"a": 1},
            b"ab", IntSub(5), FloatSub(2.5), StrSub("st"), ..., int, 97, 0x110000, -5e-324]
KINDS = ["", "", "", "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "r", "i", "q"]


def spec():
    text = ""
    if random.below(3) == 0:
        text += random.choice(["", "*", "0", "x", "\u20ac", "{", "<", "\U0001f600", "\x00"]) + random.choice("<>=^")
    if random.below(4) == 0:
        text += random.choice(["+", "-", " "])
    if random.below(8) == 0:
        text += "z"
    if random.below(5) == 0:
        text += "#"
    if random.below(5) == 0:
        text += "0"
    if random.below(2) == 0:
        text += random.choice(["1", "5", "10", "25", "40", "007"])
    if random.below(5) == 0:
        text += random.choice([",", "_", ",", "_", ",_", ",,"])
    if random.below(3) == 0:
        text += "." + random.choice(["0", "1", "2", "5", "17", "30", "", "x"])
        if random.below(6) == 0:
            text += random.choice([",", "_"])
    text += random.choice(KINDS)
    if random.below(25) == 0:
        text += random.choice(["d", " ", "1", "\xe9", "}"])
    return text


def percent():
    text = "%"
    if random.below(8) == 0:
        text += random.choice(["(a)", "(b)", "()", "(a", "((a))"])
    while random.below(2) == 0:
        text += random.choice("#0- +")
    if random.below(2) == 0:
        text += random.choice(["1", "5", "12", "*", "30"])
    if random.below(3) == 0:
        text += "." + random.choice(["", "0", "1", "3", "10", "*", "25"])
    if random.below(10) == 0:
        text += random.choice("lhL")
    if random.below(40) != 0:
        text += random.choice("diouxXeEfFgGcrsabd%sdsdq\xe9")
    return text


def replacement(depth=0):
    text = "{" + random.choice(["", "", "0", "1", "a", "b", "2", "a.real", "0[0]", "b[x]", "0.x", "a[0", "0]", "-1", " 0", "a.", "99", "0[]"])
    if random.below(4) == 0:
        text += random.choice(["!r", "!s", "!a", "!x", "!", "!rr"])
    if random.below(2) == 0:
        text += ":" + (replacement(depth + 1) if depth < 3 and random.below(5) == 0 else random.choice([spec(), "", ">10", "{0}", "{}", "{", "}"]))
    return text + ("}" if random.below(20) else random.choice(["", "}}", "{"]))


COUNT = 40000
for number in range(COUNT):
    subject = random.choice(SUBJECTS)
    text = spec()
    attempt("format " + ascii(subject) + " " + ascii(text), format, [subject, text])
for number in range(30000):
    pieces = [percent() for _ in range(1 + random.below(2))]
    text = random.choice(["", "a ", "\xe9"]).join(pieces)
    kind = random.below(6)
    if kind == 0:
        values = {"a": random.choice(SUBJECTS), "b": random.choice(SUBJECTS)}
    elif kind == 1:
        values = random.choice(SUBJECTS)
    else:
        values = tuple([random.choice(SUBJECTS) for _ in range(1 + random.below(3))])
    # A width of 10**15 is honoured until memory ends.
    if "*" in text and str(10**15) in str(values):
        continue
    attempt("percent " + ascii(text) + " " + ascii(values), lambda: text % values)
    if number % 5 == 0:
        encoded = text.encode("latin-1", "replace")
        attempt("percent " + ascii(encoded) + " " + ascii(values), lambda: encoded % values)
for number in range(30000):
    text = "".join([random.choice(["", "x", "{{", "}}", "\xe9", "}", "{"] if random.below(10) == 0 else ["", "x"]) + replacement()
                    for _ in range(1 + random.below(2))])
    values = [random.choice(SUBJECTS) for _ in range(random.below(4))]
    names = {"a": random.choice(SUBJECTS), "b": {"x": random.choice(SUBJECTS)}}
    attempt("str.format " + ascii(text) + " " + ascii(values) + " " + ascii(names), text.format, values, names)
for number in range(5000):
    subject, width, text = random.choice(SUBJECTS), random.below(12), spec()
    attempt("f-string " + ascii(subject) + " " + str(width) + " " + ascii(text), lambda: f"[{subject!r:>{width}}|{subject!s:^{width}.2}|{subject:{text}}]")
