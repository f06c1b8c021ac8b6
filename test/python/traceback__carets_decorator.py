# A failing decorator call is marked at the decorator.
# recorded: CPython 3.14
def register(name):
    raise KeyError(name)

@register("task")
def job():
    pass
