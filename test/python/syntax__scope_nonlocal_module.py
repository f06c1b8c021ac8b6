# SyntaxError: nonlocal at module level.
# recorded: CPython 3.14
nonlocal x
