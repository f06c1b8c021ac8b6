# A misspelt keyword argument.
# recorded: CPython 3.14
def connect(host, timeout=5): pass
connect("h", timeot=3)
