# SyntaxError: an attribute as parameter.
# recorded: CPython 3.14
def f(self.x): pass
