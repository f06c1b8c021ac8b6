# SyntaxError: increment as in other languages.
# recorded: CPython 3.14
x = 1
x++
