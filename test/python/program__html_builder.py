# HTML is built with nested calls and context managers, escaped and indented.
# recorded: CPython 3.14
def escape(text):
    for old, new in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(old, new)
    return text

class Raw(str):
    pass

VOID = {"br", "img", "input", "hr"}

class Element:
    def __init__(self, tag, *children, **attributes):
        if tag in VOID and children:
            raise ValueError(f"<{tag}> takes no children")
        self.tag, self.children = tag, list(children)
        self.attributes = {k.rstrip("_").replace("_", "-"): v for k, v in attributes.items()}

    def __call__(self, *children):
        self.children.extend(children)
        return self

    def lines(self, depth=0):
        pad = "  " * depth
        attributes = "".join(f' {k}' if v is True else f' {k}="{escape(str(v))}"'
                             for k, v in self.attributes.items() if v is not None and v is not False)
        opening = f"{pad}<{self.tag}{attributes}>"
        if self.tag in VOID:
            yield opening
        elif all(not isinstance(c, Element) for c in self.children):
            text = "".join(c if isinstance(c, Raw) else escape(str(c)) for c in self.children)
            yield f"{opening}{text}</{self.tag}>"
        else:
            yield opening
            for child in self.children:
                if isinstance(child, Element):
                    yield from child.lines(depth + 1)
                else:
                    yield "  " * (depth + 1) + escape(str(child))
            yield f"{pad}</{self.tag}>"

    def __str__(self):
        return "\n".join(self.lines())

class Builder:
    def __init__(self):
        self.stack = [Element("root")]
    def tag(self, name, *children, **attributes):
        element = Element(name, *children, **attributes)
        self.stack[-1](element)
        builder = self
        class Context:
            def __enter__(self):
                builder.stack.append(element)
                return element
            def __exit__(self, kind, value, tb):
                builder.stack.pop()
                return kind is not None and issubclass(kind, LookupError)
        return Context()
    def text(self, *parts):
        self.stack[-1](*parts)
    def __str__(self):
        return "\n".join(map(str, self.stack[0].children))

rows = [("Widget", 3, "<b>"), ("Gadget & co", 0, None)]
page = Element("div", class_="box", data_id=5, hidden=True, title=None)(
    Element("h1", "Report"), Element("br"),
    Element("table")(*[Element("tr", *[Element("td", cell if cell is not None else Raw("&nbsp;")) for cell in row]) for row in rows]))
print(page)
b = Builder()
with b.tag("ul", id="list"):
    for i in range(4):
        with b.tag("li") as item:
            if i == 2:
                {}["missing"]
            b.text("item ", i * 10)
            item.attributes["class"] = "odd" if i % 2 else "even"
print(b)
try:
    Element("br", "x")
except ValueError as error:
    print(error)
print(Element("p"), Element("input", type="text", disabled=False, required=True), Element("a", Raw("<i>x</i>"), href="?a=1&b=2"))
