def outer(n):
    count = 0

    def inner():
        nonlocal count
        count += n
        return lambda: count

    return inner
