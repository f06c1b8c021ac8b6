def f(x):
    assert x
    assert x > 0, f"{x} is too small"
