def f(x, w):
    return f"{x}", f"{x!r:>{w}}", f"{x=}", f"a{x}b{w:.2f}", f"{{}}"
