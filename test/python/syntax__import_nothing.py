# SyntaxError: import of nothing.
# recorded: CPython 3.14
import
