# SyntaxError: alternatives that bind different names.
# recorded: CPython 3.14
match x:
    case [a] | [b, c]: pass
