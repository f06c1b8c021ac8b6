def f(items):
    for item in items:
        try:
            if item == 1:
                continue
            if item == 2:
                break
            if item == 3:
                return item
        finally:
            print(item)
    try:
        return 1
    finally:
        return 2
