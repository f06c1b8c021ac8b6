def f(path):
    with open(path) as a, lock:
        return a.read()

def g(x):
    for i in x:
        with x as y.z:
            if i:
                break
            continue
