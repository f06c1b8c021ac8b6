# bytes.hex with separators, bytes.fromhex.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (
    b"\x00\xff\xab".hex(), b"\x01\x02\x03\x04\x05".hex(":"), b"\x01\x02\x03\x04\x05".hex("-", 2),
    b"\x01\x02\x03\x04\x05".hex(" ", -2), b"".hex(),
))
show(lambda: (bytes.fromhex("00ffAB"), bytes.fromhex(" 0 1 ".replace(" ", "") + "  02\n03"), bytes.fromhex("")))
show(lambda: bytes.fromhex("0"))
show(lambda: bytes.fromhex("0g"))
show(lambda: bytes.fromhex("0 1"))
show(lambda: bytes.fromhex(5))
show(lambda: b"a".hex("::"))
show(lambda: b"a".hex("é"))
show(lambda: b"a".hex(1))
