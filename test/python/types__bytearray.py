# bytearray is bytes that change.
# recorded: CPython 3.14
b = bytearray(b"abc")
b[0] = 65
b.append(100)
b.extend(b"ef")
b[1:2] = b"XYZ"
del b[-1]
print(b, b.decode(), bytes(b), b.pop(), b.find(b"Z"), bytearray(3), b == bytes(b), memoryview(b)[1:3].tobytes())
try:
    b.append(300)
except ValueError as error:
    print(error)
