def f(rows):
    a = [x * y for x in rows if x for y in x]
    b = {x: [y for y in x] for x in rows}
    return {lambda: x for x in rows}
