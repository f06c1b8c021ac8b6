# SyntaxError: continue outside of a loop, in finally.
# recorded: CPython 3.14
def f():
    try: pass
    finally: continue
