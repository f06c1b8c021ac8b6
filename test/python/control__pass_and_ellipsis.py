# Statements that do nothing.
# recorded: CPython 3.14
def nothing():
    pass

def dots(): ...

class Empty: pass

class Dotted: ...

if True: pass
for _ in range(2): ...
print(nothing(), dots(), Empty.__name__, Dotted.__name__)
