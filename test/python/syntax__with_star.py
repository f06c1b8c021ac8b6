# SyntaxError: a starred item in with.
# recorded: CPython 3.14
with *a: pass
