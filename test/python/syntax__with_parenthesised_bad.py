# SyntaxError: a bad item in a parenthesised with.
# recorded: CPython 3.14
with (a as b, c as 5): pass
