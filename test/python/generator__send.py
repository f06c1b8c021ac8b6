# send, throw and close.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

def g():
    got = []
    try:
        while True:
            got.append((yield len(got)))
    except ValueError as e:
        yield "caught " + str(e), got
    finally:
        print("finally", got)
it = g()
show(lambda: (next(it), it.send("a"), it.send("b"), it.throw(ValueError("v")), it.close(), it.close()))
it = g()
show(lambda: (
    it.send(None), it.throw(ValueError("again")), next(it, "end"),
))
show(lambda: next(it))
show(lambda: it.send(None))
show(lambda: it.throw(KeyError("k")))
show(lambda: g().send(1))
show(lambda: g().throw(5))
show(lambda: g().throw())
show(lambda: g().throw(KeyError))
show(lambda: g().close(1))
show(lambda: it.send())
