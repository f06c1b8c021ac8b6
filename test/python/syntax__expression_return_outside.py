# SyntaxError: return outside of a function.
# recorded: CPython 3.14
return 5
