# Natives that are called with fewer arguments than they may have, as the last thing in a generator's frame.
# recorded: CPython 3.13
print(any((hit := word).startswith("b") for word in ["apple", "banana", "cherry"]), hit)
rows = [list(text.split(",")[0] for text in ["a,b", "c,d"]) for _ in range(3)]
print(rows, [tuple(w.strip() for w in "  x  y ".split("  ")) for _ in range(2)])


def parts(text):
    while text:
        head = text.find("-")
        yield text[:head] if head >= 0 else text
        text = text[head + 1:] if head >= 0 else ""


made = [(parts("a-b-c"), [n], {n: n}) for n in range(20)]
print([("".join(p), l, d) for p, l, d in made][-1])
