# Something that is no context manager.
# recorded: CPython 3.14
with open_it if False else 5 as f:
    pass
