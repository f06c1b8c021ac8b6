# A generator's frame is shown below the one that asks for the next item.
# recorded: CPython 3.14
def halves(items):
    for item in items:
        yield item / 2
def total(items):
    return sum(halves(items))
print(total([1, 2, "x"]))
