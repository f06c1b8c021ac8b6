# repr chooses quotes and escapes what cannot be printed.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\tnl\nbs\\", "\x00\x1f\x7f", "é\xa0\xad", "\u200b\u2028\ud800",
          "日本", "😀\U000e0001", "\u0378", ""):
    print(repr(s), ascii(s))
show(lambda: print("\ud800"))
