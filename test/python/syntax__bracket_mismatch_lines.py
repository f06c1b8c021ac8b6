# SyntaxError: brackets that do not match, on different lines.
# recorded: CPython 3.14
x = [1,
     2)
