# A misspelt builtin.
# recorded: CPython 3.14
print(lenght([1]))
