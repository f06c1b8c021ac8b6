# SyntaxError: formats nested too deeply.
# recorded: CPython 3.14
x = f"{a:{b:{c}}}"
