# SyntaxError: await outside of an async function.
# recorded: CPython 3.14
def f():
    await g()
