# SyntaxError: return of a value in an async generator.
# recorded: CPython 3.14
async def f():
    yield 1
    return 2
