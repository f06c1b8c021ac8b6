# SyntaxError: an invalid expression over several lines.
# recorded: CPython 3.14
x = f(a,
      b
      c)
