# Slices with wrong bounds.
# recorded: CPython 3.14
text = "hello"
print(text[1:"3"].upper())
