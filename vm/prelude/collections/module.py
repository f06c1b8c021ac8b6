# https://docs.python.org/3/library/collections.html
# deque and the counting loop of Counter are native. The files of this folder are one module.
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap

# What subscripts of a class give: `UserDict[str, int]`.
_generic_alias = classmethod(type(list[int]))

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple']
