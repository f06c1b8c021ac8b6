# SyntaxError: an annotation on a call.
# recorded: CPython 3.14
f(): int
