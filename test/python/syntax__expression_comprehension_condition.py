# SyntaxError: two things after if.
# recorded: CPython 3.14
x = [a for a in b if]
