# An unknown escape sequence is warned about and kept.
# recorded: CPython 3.14
# exit: 0
print("\d", len("\w+"))
