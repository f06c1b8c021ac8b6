# `is` with a literal is warned about when the program is compiled.
# recorded: CPython 3.14
# exit: 0
x = 5
print(x is 5)
