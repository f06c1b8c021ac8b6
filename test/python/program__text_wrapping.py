# Wrapping, justifying, boxing and tables of text.
# recorded: CPython 3.14
TEXT = """The quick brown fox jumps over the lazy dog. Pack my box with five dozen liquor jugs!
How vexingly quick daft zebras jump; supercalifragilisticexpialidocious."""

def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        while len(word) > width:
            if line:
                lines.append(line)
                line = ""
            lines.append(word[:width - 1] + "-")
            word = word[width - 1:]
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line] if line else lines

def justify(lines, width):
    for number, line in enumerate(lines):
        words = line.split()
        if number == len(lines) - 1 or len(words) == 1:
            yield line
            continue
        gaps = len(words) - 1
        spaces, extra = divmod(width - sum(map(len, words)), gaps)
        yield "".join(w + " " * (spaces + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]

def box(lines, title=""):
    width = max(map(len, lines))
    print(f"+-{title:-<{width}}-+")
    for line in lines:
        print(f"| {line:<{width}} |")
    print("+-" + "-" * width + "-+")

def table(rows, header):
    rows = [[str(x) for x in row] for row in rows]
    widths = [max(len(r[i]) for r in rows + [header]) for i in range(len(header))]
    numeric = [all(r[i].replace(".", "", 1).lstrip("-").isdigit() for r in rows) for i in range(len(header))]
    fmt = lambda r: " | ".join(f"{x:>{w}}" if n else f"{x:<{w}}" for x, w, n in zip(r, widths, numeric))
    return [fmt(header), "-+-".join("-" * w for w in widths), *map(fmt, rows)]

for width in (20, 36):
    lines = wrap(TEXT, width)
    print(len(lines), max(map(len, lines)))
    for line in justify(lines, width):
        print(f"[{line}]")
box(wrap("A short note in a box", 10), "Note")
box(["é日", "plain"])
print(*table([["apple", 3, 1.25], ["kiwi", 12, -0.5], ["fig", 100, 7]], ["fruit", "n", "price"]), sep="\n")
print(wrap("", 5), wrap("a", 1), list(justify(["a b", "c"], 5)))
print("|".join(s.center(9, "*") for s in ("a", "bb", "ccc")), "tab\tstop".expandtabs(6), "x".rjust(3, "."))
