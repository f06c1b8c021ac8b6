def f(items):
    total = 0
    for item in items:
        if item < 0:
            continue
        if item > 100:
            break
        total += item
    else:
        total = -1
    for i, (a, *b) in items:
        print(i, a, b)
    return total
