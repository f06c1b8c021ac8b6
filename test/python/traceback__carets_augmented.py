# Augmented assignment marks the whole statement's operands.
# recorded: CPython 3.14
count = {"a": 1}
count["a"] += "1"
