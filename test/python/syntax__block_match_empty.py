# SyntaxError: match without a case.
# recorded: CPython 3.14
match x:
y = 1
