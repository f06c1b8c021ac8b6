# Several statements in a line: only the failing one is marked.
# recorded: CPython 3.14
a = 1; b = 0; c = a / b; d = 2
