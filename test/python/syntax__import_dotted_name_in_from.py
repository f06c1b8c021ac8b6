# SyntaxError: a dotted name after import.
# recorded: CPython 3.14
from a import b.c
