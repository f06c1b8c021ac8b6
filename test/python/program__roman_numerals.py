# Numbers as Roman numerals, in words, and in other bases, with validation.
# recorded: CPython 3.14
ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
         (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()

def to_roman(n):
    if not 0 < n < 4000:
        raise ValueError(f"{n} is out of range")
    out = []
    for value, letters in ROMAN:
        count, n = divmod(n, value)
        out.append(letters * count)
    return "".join(out)

def from_roman(text):
    n, rest = 0, text.upper()
    for value, letters in ROMAN:
        while rest.startswith(letters):
            n += value
            rest = rest[len(letters):]
    if rest or to_roman(n) != text.upper():
        raise ValueError(f"{text!r} is not a Roman numeral")
    return n

def words(n):
    if n < 0: return "minus " + words(-n)
    if n < 20: return ONES[n]
    if n < 100: return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000: return words(n // 100) + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    for value, name in ((10 ** 9, "billion"), (10 ** 6, "million"), (1000, "thousand")):
        if n >= value:
            rest = n % value
            joiner = " and " if 0 < rest < 100 else " "
            return words(n // value) + " " + name + (joiner + words(rest) if rest else "")

def in_base(n, base):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n == 0: return "0"
    out = ""
    sign, n = ("-" if n < 0 else ""), abs(n)
    while n:
        n, r = divmod(n, base)
        out = digits[r] + out
    return sign + out

for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999):
    r = to_roman(n)
    print(n, r, from_roman(r.lower()), words(n))
for bad in ("IIII", "IC", "hello", "", "VX"):
    try:
        print(from_roman(bad))
    except ValueError as error:
        print(error)
print(all(from_roman(to_roman(n)) == n for n in range(1, 4000)))
for n in (0, 7, -13, 100, 115, 1000, 1001, 12345, 1000000, 7000000019):
    print(words(n), "|", in_base(n, 2), in_base(n, 16), int(in_base(n, 36), 36) == n)
