# SyntaxError: a string and a name beside each other.
# recorded: CPython 3.14
x = "abc" def
