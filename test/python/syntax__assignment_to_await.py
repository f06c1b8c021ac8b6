# SyntaxError: assigning to await.
# recorded: CPython 3.14
async def f():
    await a = x
