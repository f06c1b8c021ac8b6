# Indentation is stripped from the shown line.
# recorded: CPython 3.14
def f():
        if True:
                return undefined_thing + 1
f()
