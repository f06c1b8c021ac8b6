# SyntaxError: a future import that comes late.
# recorded: CPython 3.14
x = 1
from __future__ import annotations
