# SyntaxError: and as in other languages.
# recorded: CPython 3.14
if a && b: pass
