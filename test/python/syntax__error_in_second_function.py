# SyntaxError: the error is far down in the file.
# recorded: CPython 3.14
def first():
    return 1

def second(x):
    if x:
        return [y for y in x if y
    return None
