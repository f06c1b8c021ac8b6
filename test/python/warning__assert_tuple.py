# assert of a tuple is always true.
# recorded: CPython 3.14
# exit: 0
assert (1 == 2, "message")
print("passed")
