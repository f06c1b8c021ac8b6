# SyntaxError: two types with as.
# recorded: CPython 3.14
try:
    pass
except A, B as e:
    pass
