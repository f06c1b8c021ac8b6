# SyntaxError: bytes and str beside each other.
# recorded: CPython 3.14
x = b"a" "b"
