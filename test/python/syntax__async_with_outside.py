# SyntaxError: async with outside of an async function.
# recorded: CPython 3.14
def f():
    async with x: pass
