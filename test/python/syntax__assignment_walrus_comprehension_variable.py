# SyntaxError: a walrus that rebinds the comprehension's variable.
# recorded: CPython 3.14
[i := 0 for i in x]
