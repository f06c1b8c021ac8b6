# SyntaxError: a keyword as loop variable.
# recorded: CPython 3.14
for if in x: pass
