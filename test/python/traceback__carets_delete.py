# del of a key that is not there.
# recorded: CPython 3.14
cache = {"a": 1}
del cache["a"], cache["b"]
