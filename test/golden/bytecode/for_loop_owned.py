def f(source):
    for x in source.lines():
        for y in (z for z in source.words(x)):
            if y:
                break
        else:
            return x
    for i in range(3):
        if i:
            break
