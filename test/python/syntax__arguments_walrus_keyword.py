# SyntaxError: a walrus as keyword argument.
# recorded: CPython 3.14
f(a:=1, b:=2, c=(d:=3), e.f:=4)
