def f():
    return (1, -1, 40000, 1.5, -0.0, 0.0, 2j, "text", b"bytes", None, True, ..., (1, (2,)), 10 ** 30,
            123456789012345678901234567890, 0xffffffffffffffffffff)
