# A name that the module does not have.
# recorded: CPython 3.14
from math import sqroot
