# Exception groups hold several exceptions.
# recorded: CPython 3.14
eg = ExceptionGroup("many", [ValueError("a"), KeyError("k"), ExceptionGroup("inner", [TypeError("t")])])
print(repr(eg), str(eg), eg.message, len(eg.exceptions))
match, rest = eg.split(TypeError)
print(repr(match), repr(rest))
print(eg.subgroup(lambda e: isinstance(e, ValueError)))
print(eg.derive([OSError("o")]))
