# SyntaxError: with … as a call.
# recorded: CPython 3.14
with a as f(): pass
