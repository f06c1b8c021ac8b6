# A failing assertion marks its condition.
# recorded: CPython 3.14
def check(items):
    assert len(items) == 2, f"got {len(items)} items"
check([1])
