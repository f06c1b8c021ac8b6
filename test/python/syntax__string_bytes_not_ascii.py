# SyntaxError: a bytes literal with other characters.
# recorded: CPython 3.14
x = b"é"
