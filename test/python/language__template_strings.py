# t-strings keep their parts.
# recorded: CPython 3.14
name = "x"
t = t"Hello {name!r:>5} and {1 + 1}"
print(t.strings, [i.value for i in t.interpolations], t.interpolations[0].expression, t.interpolations[0].conversion)
