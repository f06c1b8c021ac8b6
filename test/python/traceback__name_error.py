# A NameError suggests a name that is close.
# recorded: CPython 3.14
counter = 5
print(conter)
