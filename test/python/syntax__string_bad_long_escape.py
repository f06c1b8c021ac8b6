# SyntaxError: a code point that is too large.
# recorded: CPython 3.14
x = "\U99999999"
