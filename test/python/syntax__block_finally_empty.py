# SyntaxError: finally without a body.
# recorded: CPython 3.14
try:
    pass
finally:
y = 1
