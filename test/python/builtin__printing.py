# print to objects with write, with texts made by Python code; repr, ascii and format of them.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")

class File:
    def __init__(self): self.log = []
    def write(self, text):
        self.log.append(text)
        return len(text)
    def flush(self): self.log.append("<flush>")
file = File()
print("a", 1, [2], sep="-", end="!", file=file)
print(file=file)
print("", "", file=file, flush=True)
print("x", sep=None, end=None, file=file, flush=[])
print(file.log)
class Late:
    def __getattr__(self, name):
        if name == "write": return file.log.append
        raise AttributeError(name)
file.log = []
print(1, 2, file=Late())
print(file.log)
show(lambda: print(1, file=Late(), flush=True))
show(lambda: print(1, file=5))
show(lambda: print(1, sep=5))
show(lambda: print(1, end=b""))
class Loud(str):
    def __str__(self): return "LOUD"
class Text:
    def __str__(self): return "text"
    def __repr__(self): return "ré"
    def __format__(self, spec): return f"<{spec}>"
print(Loud("quiet"), Text(), [Text()], sep=Loud(", "))
class Bad:
    def __str__(self): return 5
    def __repr__(self): raise ValueError("no repr")
    def __format__(self, spec): return None
show(lambda: print("before", Bad(), "after"))
show(lambda: print([Bad()]))
show(lambda: format(Bad()))
show(lambda: (format(Text()), format(Text(), "x"), format(3.14159, ".2f"), format("a", ">3"), format(5)))
show(lambda: (ascii("é😀\n"), ascii([Text()]), ascii(Text()), ascii({"ä": "\x7f"}), repr(Text()), f"{Text()!a} {Text()!r} {Text()!s:>6}"))
show(lambda: format(5, 6))
show(lambda: format([], "x"))
show(lambda: print(1, file=file, nope=2))
print(*range(3), sep="\n")
print(*"ab", *[1], **{"sep": "+", "end": "\n"})
print("é", "\t|", None, True, 1.0, b"x", ..., sep="/")
