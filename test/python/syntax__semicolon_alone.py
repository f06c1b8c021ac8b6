# SyntaxError: a semicolon on its own.
# recorded: CPython 3.14
;
