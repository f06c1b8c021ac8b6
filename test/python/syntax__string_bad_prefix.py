# SyntaxError: prefixes that cannot be combined.
# recorded: CPython 3.14
x = bu"abc"
