# SyntaxError: parenthesised with without a body.
# recorded: CPython 3.14
with (a as b, c as d):
y = 1
