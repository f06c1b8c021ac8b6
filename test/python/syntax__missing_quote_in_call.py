# SyntaxError: a quote that is missing in a call.
# recorded: CPython 3.14
print("hello)
print("world")
