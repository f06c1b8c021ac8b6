# A bare attribute name inside a method suggests self.
# recorded: CPython 3.14
class A:
    def __init__(self): self.total = 5
    def show(self): return total
A().show()
