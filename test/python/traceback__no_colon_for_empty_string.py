# An empty text shows no colon.
# recorded: CPython 3.14
raise RuntimeError("")
