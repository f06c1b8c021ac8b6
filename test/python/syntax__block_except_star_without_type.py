# SyntaxError: except* without a type.
# recorded: CPython 3.14
try:
    pass
except*:
    pass
