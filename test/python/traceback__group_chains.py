# Groups in groups, with causes, contexts, notes, and more than are shown.
# recorded: CPython 3.14
# exit: 1
def fail(e):
    raise e
def grab(f, *a):
    try: f(*a)
    except BaseException as e: return e
inner = grab(fail, ExceptionGroup("inner", [grab(fail, TypeError("t\nsecond line")), OSError("x")]))
try:
    try:
        raise KeyError("ctx")
    except KeyError:
        raise ValueError("with context") from None
except ValueError as e:
    a = e
try:
    try:
        raise KeyError("ctx")
    except KeyError as k:
        raise ValueError("with cause") from k
except ValueError as e:
    b = e
b.add_note("note 1\nnote 2")
b.add_note("note 3")
many = ExceptionGroup("many", [ValueError(i) for i in range(20)])
deep = ValueError("deep")
for i in range(12): deep = ExceptionGroup(f"d{i}", [deep])
g = ExceptionGroup("top", [a, inner, b, many, deep])
g.add_note("group note")
try:
    raise g
except ExceptionGroup:
    raise RuntimeError("after")
