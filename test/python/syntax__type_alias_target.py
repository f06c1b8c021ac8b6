# SyntaxError: type with a call as name.
# recorded: CPython 3.14
type f() = int
