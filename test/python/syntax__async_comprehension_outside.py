# SyntaxError: an async comprehension outside of an async function.
# recorded: CPython 3.14
def f():
    return [x async for x in y]
