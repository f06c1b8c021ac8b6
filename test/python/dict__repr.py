# repr of dicts, also of one that holds itself.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

d = {}
d["self"] = d
show(lambda: (d, {"a": {}, 1: [d]}, {None: True, "k": b"v"}, str({1: "é"}), {1: {2: {3: 4}}}))
show(lambda: (d.keys(), d.values(), d.items(), {}.keys(), {}.values(), {}.items()))
