# SyntaxError: with … as a number.
# recorded: CPython 3.14
with a as 5: pass
