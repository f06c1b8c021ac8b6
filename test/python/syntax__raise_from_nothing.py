# SyntaxError: from without a cause.
# recorded: CPython 3.14
raise x from
