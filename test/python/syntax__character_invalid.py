# SyntaxError: a character that means nothing.
# recorded: CPython 3.14
x = 1 € 2
