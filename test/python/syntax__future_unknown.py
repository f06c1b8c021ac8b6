# SyntaxError: a future feature that is not defined.
# recorded: CPython 3.14
from __future__ import braces_and_more
