# A class body is a frame with the class's name.
# recorded: CPython 3.14
class Settings:
    name = "x"
    limit = int(name)
