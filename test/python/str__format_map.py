# str.format_map takes its fields from one mapping.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: "{a}-{b}".format_map({"a": 1, "b": [2]}))
show(lambda: "{b[0]}".format_map({"b": [2]}))
class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"
show(lambda: "{a} {zz}".format_map(Default(a=1)))
show(lambda: "{a}".format_map({}))
show(lambda: "{}".format_map({"": 1}))
show(lambda: "{0}".format_map([7]))
show(lambda: "{a}".format_map())
