# SyntaxError: async for outside of an async function.
# recorded: CPython 3.14
def f():
    async for x in y: pass
