# A hidden attribute is suggested where self is asked.
# recorded: CPython 3.14
# exit: 1
class A:
    def __init__(self): self._hidden = 1; self.visible = 2
    def m(self): return self.hidden
A().m()
