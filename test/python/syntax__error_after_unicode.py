# SyntaxError: columns count characters, not bytes.
# recorded: CPython 3.14
name = "日本語é" + 5 5
