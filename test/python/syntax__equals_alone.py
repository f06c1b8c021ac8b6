# SyntaxError: an equals sign on its own.
# recorded: CPython 3.14
=
