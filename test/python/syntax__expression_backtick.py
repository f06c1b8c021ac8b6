# SyntaxError: backticks of old.
# recorded: CPython 3.14
x = `5`
