# Carets of a method call: the attribute is found, the call fails.
# recorded: CPython 3.14
text = "abc"
value = text.upper().split(5)[0]
