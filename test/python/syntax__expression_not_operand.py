# SyntaxError: not after an arithmetic operator.
# recorded: CPython 3.14
x = 1 + not 2
