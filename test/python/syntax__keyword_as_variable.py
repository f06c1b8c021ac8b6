# SyntaxError: a keyword as variable.
# recorded: CPython 3.14
class = 5
