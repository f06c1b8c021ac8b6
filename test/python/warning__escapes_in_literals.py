# Each literal warns of its first doubtful escape, at its line.
# recorded: CPython 3.14
# exit: 0
text = """first
second \d and \w
third"""
octal = "\400" if not text else "\777"
data = b"\q"
formatted = f"{text[0]}\s{1}\z"
raw = r"\d"
print(text, octal, data, formatted, raw)
if True:
    print("\é")
