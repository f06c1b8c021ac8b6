# SyntaxError: a control character.
# recorded: CPython 3.14
x = 1  2
