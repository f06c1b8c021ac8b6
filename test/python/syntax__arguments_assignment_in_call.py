# SyntaxError: comparing with a single equals sign.
# recorded: CPython 3.14
print(a=1 == 2, 5 = 3)
