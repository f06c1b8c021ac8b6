# Markdown becomes HTML: headings, lists, code, emphasis, links, tables.
# recorded: CPython 3.14
SOURCE = """# Title with *stars*

A paragraph with **bold**, `code <b>` and a
[link](http://x.y/?a=1&b=2).

- one
- two **2**
- three

1. first
2. second

| name | n |
|------|---|
| a    | 1 |
| b    | 22 |

```
raw *text* & more
```
## End *unclosed"""

def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

def inline(text):
    out, i = "", 0
    def between(mark, start):
        end = text.find(mark, start)
        return end if end > start else None
    while i < len(text):
        for mark, tag in (("**", "b"), ("*", "i"), ("`", "code")):
            if text.startswith(mark, i) and (end := between(mark, i + len(mark))):
                body = text[i + len(mark):end]
                out += f"<{tag}>{escape(body) if tag == 'code' else inline(body)}</{tag}>"
                i = end + len(mark)
                break
        else:
            if text[i] == "[" and (close := between("](", i + 1)) and (end := between(")", close + 2)):
                out += f'<a href="{escape(text[close + 2:end])}">{inline(text[i + 1:close])}</a>'
                i = end + 1
            else:
                out += escape(text[i])
                i += 1
    return out

def kind(line):
    if not line.strip(): return "blank"
    if line.startswith("```"): return "fence"
    if line.startswith("#"): return "heading"
    if line.startswith("- "): return "ul"
    if line.startswith("|"): return "table"
    number, dot, _ = line.partition(". ")
    return "ol" if dot and number.isdigit() else "p"

def blocks(lines):
    lines = iter(lines)
    group, current = [], None
    for line in lines:
        k = kind(line)
        if k == "fence":
            if group: yield current, group
            code = []
            for line in lines:
                if kind(line) == "fence": break
                code.append(line)
            yield "code", code
            group, current = [], None
            continue
        if k != current or k == "heading":
            if group: yield current, group
            group, current = [], k
        if k != "blank":
            group.append(line)
    if group: yield current, group

def render(text):
    for k, lines in blocks(text.splitlines()):
        if k == "heading":
            level = len(lines[0]) - len(lines[0].lstrip("#"))
            yield f"<h{level}>{inline(lines[0][level:].strip())}</h{level}>"
        elif k == "p":
            yield f"<p>{inline(' '.join(map(str.strip, lines)))}</p>"
        elif k == "code":
            yield "<pre>" + escape("\n".join(lines)) + "</pre>"
        elif k == "table":
            rows = [[c.strip() for c in line.strip("|").split("|")] for line in lines if set(line) - set("|- ")]
            for cells, tag in zip(rows, ["th"] + ["td"] * len(rows)):
                yield "<tr>" + "".join(f"<{tag}>{inline(c)}</{tag}>" for c in cells) + "</tr>"
        else:
            yield f"<{k}>" + "".join(f"<li>{inline(line.split(' ', 1)[1])}</li>" for line in lines) + f"</{k}>"

print("\n".join(render(SOURCE)))
print(inline("**a *b* c** [x] * y ` z"), list(render("")), list(render("#x\n#y")))
