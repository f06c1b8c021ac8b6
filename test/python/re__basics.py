# Regular expressions: match, search, groups, sub, findall, split.
# recorded: CPython 3.14
import re
m = re.match(r"(?P<year>\d{4})-(\d\d)", "2024-05-06")
print(m.group(), m["year"], m.groups(), m.span(2), re.search("b+", "aabbb").start(), re.findall(r"\w+", "a bc, d"))
print(re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.sub("a", lambda m: m[0].upper(), "banana", count=2), re.split(r"[,;]\s*", "a, b;c"))
print(re.fullmatch("a.c", "abc") is not None, re.compile("(?i)ABC").match("abc"))
try:
    re.compile("(")
except re.error as error:
    print(error)
