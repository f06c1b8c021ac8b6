# eval, exec and compile of text.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

n = 5
show(lambda: (
    eval("n * 2"), eval("a + b", {"a": 1, "b": 2}), eval("x", {"x": 1}, {"x": 2}), exec("made = n + 1"), made,
    eval(" 1 + 1 "), eval("[i for i in range(3)]"),
))
space = {}
show(lambda: (
    exec("def f(x):\n    return x + 1\ny = f(1)", space), space["y"],
    sorted(k for k in space if not k.startswith("__")), eval(compile("1 + 2", "name", "eval")),
    exec(compile("z = 3", "name", "exec")), z, __import__("math").floor(1.5),
))
show(lambda: eval("1 +"))
show(lambda: eval("x = 1"))
show(lambda: eval("undefined_name"))
show(lambda: eval(5))
show(lambda: exec("def"))
show(lambda: exec(5))
show(lambda: eval("1", 5))
show(lambda: compile("1", "f", "nope"))
show(lambda: compile("1"))
show(lambda: __import__("no_such_module"))
show(lambda: __import__(5))
show(lambda: exec("raise ValueError('inside')"))
