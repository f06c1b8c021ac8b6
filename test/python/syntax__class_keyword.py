# SyntaxError: a keyword as name of a class.
# recorded: CPython 3.14
class None: pass
