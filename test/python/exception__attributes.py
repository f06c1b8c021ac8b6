# args, str and repr of exceptions.
# recorded: CPython 3.13, errno is the platform's
for e in (ValueError(), ValueError("text"), ValueError("a", 1), KeyError("k"), KeyError(), KeyError("a", "b"), IndexError(5),
          StopIteration(7), SystemExit(3), SystemExit(), OSError(2, "No such file"), OSError("one"), OSError(2, "text", "name"),
          ImportError("m", name="mod", path="p"), AttributeError("x", name="n", obj=5), NameError("x", name="n"),
          UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "reason"), UnicodeEncodeError("ascii", "aé", 1, 2, "reason"),
          AssertionError(("t",)), Exception(None), NotImplementedError("later")):
    print(type(e).__name__, e.args, str(e), repr(e), sep=" | ")
e = StopIteration(7)
print(e.value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
o = OSError(2, "text", "name")
print(o.errno, o.strerror, o.filename, o.args, type(OSError(17, "x")).__name__, type(OSError(13, "x")).__name__)
i = ImportError("m", name="mod", path="p")
print(i.msg, i.name, i.path)
u = UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "reason")
print(u.encoding, u.object, u.start, u.end, u.reason)
n = NameError("x", name="n")
print(n.name, AttributeError("x", name="n", obj=5).obj)
e = ValueError("a")
e.args = (1, 2)
print(e, repr(e))
