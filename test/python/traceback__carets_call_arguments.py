# Carets of a call with the wrong number of arguments.
# recorded: CPython 3.14
def area(width, height):
    return width * height
print("area", area(3))
