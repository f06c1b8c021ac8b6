# A template engine with variables, filters, conditions and loops.
# recorded: CPython 3.14
class TemplateError(Exception):
    pass

FILTERS = {"upper": str.upper, "title": str.title, "length": len, "money": lambda x: f"${x:,.2f}",
           "join": lambda x: ", ".join(map(str, x)), "default": lambda x: x or "n/a"}

def lookup(name, context):
    first, *rest = name.strip().split(".")
    if first not in context:
        raise TemplateError(f"unknown variable {first!r}")
    value = context[first]
    for part in rest:
        try:
            value = value[int(part)] if part.isdigit() else value[part] if isinstance(value, dict) else getattr(value, part)
        except (KeyError, IndexError, AttributeError) as error:
            raise TemplateError(f"{name.strip()}: {type(error).__name__}") from error
    return value

def split(text):
    while text:
        start = min((p for p in (text.find("{{"), text.find("{%")) if p >= 0), default=-1)
        if start < 0:
            yield "text", text
            return
        if start:
            yield "text", text[:start]
        closer = "}}" if text[start + 1] == "{" else "%}"
        end = text.find(closer, start)
        if end < 0:
            raise TemplateError("unclosed tag")
        yield ("var" if closer == "}}" else "tag"), text[start + 2:end].strip()
        text = text[end + 2:]

def parse(tokens, until=()):
    nodes = []
    for kind, value in tokens:
        if kind != "tag":
            nodes.append((kind, value))
            continue
        word, *rest = value.split()
        if word in until:
            return nodes, word
        if word == "for":
            body, _ = parse(tokens, ("end",))
            nodes.append(("for", rest[0], rest[2], body))
        elif word == "if":
            body, stopped = parse(tokens, ("else", "end"))
            other = parse(tokens, ("end",))[0] if stopped == "else" else []
            nodes.append(("if", rest, body, other))
        else:
            raise TemplateError(f"unknown tag {word!r}")
    if until:
        raise TemplateError(f"missing {until[-1]}")
    return nodes, None

def render(nodes, context):
    out = []
    for kind, *args in nodes:
        if kind == "text":
            out.append(args[0])
        elif kind == "var":
            name, *filters = args[0].split("|")
            value = lookup(name, context)
            for f in filters:
                if f.strip() not in FILTERS:
                    raise TemplateError(f"unknown filter {f.strip()!r}")
                value = FILTERS[f.strip()](value)
            out.append(str(value))
        elif kind == "for":
            target, source, body = args
            items = lookup(source, context)
            for i, item in enumerate(items):
                out.append(render(body, {**context, target: item, "loop": {"index": i + 1, "last": i == len(items) - 1}}))
        elif kind == "if":
            condition, body, other = args
            negate = condition[0] == "not"
            out.append(render(body if bool(lookup(condition[-1], context)) != negate else other, context))
    return "".join(out)

def template(text, **context):
    return render(parse(split(text))[0], context)

print(template("Hello {{ name | title }}, you owe {{ sum|money }}.", name="ann lee", sum=1234.5))
print(template("{% for x in items %}{{ loop.index }}. {{ x.n }}{% if not loop.last %}; {% end %}{% end %}", items=[{"n": "a"}, {"n": "b"}]))
print(template("{% if user %}Hi {{ user.name.0 }}{% else %}Who?{% end %}", user={"name": ["Bo"]}), template("{% if user %}Hi{% else %}Who?{% end %}", user=None))
print(template("{{ x | default }} {{ y | join | upper }} {{ y|length }}", x="", y=["p", 1]))
for bad in ("{{ nope }}", "{{ x.y }}", "{% for a in b %}", "{{ x | zz }}", "{{ x", "{% what %}"):
    try:
        print(template(bad, x={}, b=[]))
    except TemplateError as error:
        print("TemplateError:", error, "<-", repr(error.__cause__))
