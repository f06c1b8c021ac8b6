# int.to_bytes and int.from_bytes.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    (1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-1).to_bytes(2, "big", signed=True),
    (0).to_bytes(0, "big"),
))
show(lambda: (
    (5).to_bytes(), (2**64).to_bytes(9, byteorder="little"), (-128).to_bytes(signed=True), True.to_bytes(length=3),
))
show(lambda: (
    int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x00\x04", "little"),
    int.from_bytes(b"\xff\xfe", "big", signed=True),
))
show(lambda: (int.from_bytes(b""), int.from_bytes([1, 2, 3]), int.from_bytes(b"\xff" * 10), bool.from_bytes(b"\x00")))
show(lambda: (256).to_bytes(1, "big"))
show(lambda: (-1).to_bytes(1, "big"))
show(lambda: (128).to_bytes(1, "big", signed=True))
show(lambda: (1).to_bytes(-1, "big"))
show(lambda: (1).to_bytes(1, "middle"))
show(lambda: int.from_bytes("ab", "big"))
show(lambda: int.from_bytes([256]))
show(lambda: int.from_bytes(5))
