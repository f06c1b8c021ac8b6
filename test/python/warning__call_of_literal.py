# Calling or indexing a literal wrongly is warned about.
# recorded: CPython 3.14
# exit: 0
try:
    "text" (1)
except TypeError as error:
    print(error)
try:
    [1, 2] ["a"]
except TypeError as error:
    print(error)
