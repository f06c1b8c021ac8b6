# SyntaxError: bytes and f-string beside each other.
# recorded: CPython 3.14
x = b"a" f"{b}"
