# SyntaxError: yield from in an async function.
# recorded: CPython 3.14
async def f():
    yield from g()
