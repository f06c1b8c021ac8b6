# Indexing and slicing strings, with negative and missing bounds.
# recorded: CPython 3.14
s = "abcdef"
print(s[0], s[-1], s[5], s[-6])
print(s[1:3], s[:2], s[4:], s[:], s[-2:], s[:-2], s[10:], s[2:1])
print(s[::2], s[::-1], s[4:1:-1], s[1::3], s[-1:-4:-1], s[::-2])
u = "héllo wörld 日本語 😀!"
print(u[1], u[-1], u[-2], u[12:15], u[::-1], len(u))
for bad in (6, -7, "a", 1.5, None):
    try:
        s[bad]
    except Exception as error:
        print(type(error).__name__, error)
try:
    s[::0]
except ValueError as error:
    print(error)
