# A module attribute that is misspelt.
# recorded: CPython 3.14
import math
print(math.sqr(4))
