# SyntaxError: a name escape without braces.
# recorded: CPython 3.14
x = "\Nabc"
