# traceback in text: str of nested frames via the exception's fields.
# recorded: CPython 3.14
def f():
    return 1 / 0
try:
    f()
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next, e)
