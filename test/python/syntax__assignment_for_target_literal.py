# SyntaxError: a for loop with a number as target.
# recorded: CPython 3.14
for 5 in x: pass
