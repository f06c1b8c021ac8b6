# SyntaxError: a typographic quote.
# recorded: CPython 3.14
x = “abc”
