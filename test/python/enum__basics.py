# Enums: members, lookup, iteration, auto, flags.
# recorded: CPython 3.14
from enum import Enum, IntEnum, Flag, auto

class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

class Level(IntEnum):
    LOW = auto()
    HIGH = auto()

class Perm(Flag):
    R = auto()
    W = auto()

print(Color.RED, repr(Color.GREEN), Color(1), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), Color.RED.name, Color.RED.value)
print(Level.LOW < Level.HIGH, Level.HIGH + 1, Perm.R | Perm.W, Perm.R in (Perm.R | Perm.W))
try:
    Color(9)
except ValueError as error:
    print(error)
