# A call is no target in a parenthesised with.
# recorded: CPython 3.14
# exit: 1
with (a as b, c as f()): pass
