def f(x):
    try:
        try:
            return x()
        finally:
            x(1)
    except E as e:
        return e
    finally:
        x(2)
