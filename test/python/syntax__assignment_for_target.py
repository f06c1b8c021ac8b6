# SyntaxError: a for loop over a call as target.
# recorded: CPython 3.14
for f() in x: pass
