# SyntaxError: the famous one.
# recorded: CPython 3.14
from __future__ import braces
