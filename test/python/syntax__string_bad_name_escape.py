# SyntaxError: a character name that does not exist.
# recorded: CPython 3.14
x = "\N{NO SUCH CHARACTER}"
