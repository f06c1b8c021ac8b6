def f():
    try:
        g()
    except* A as e:
        h(e)
