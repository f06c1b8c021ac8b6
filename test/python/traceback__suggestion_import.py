# A standard module that was not imported.
# recorded: CPython 3.14
print(math.pi)
