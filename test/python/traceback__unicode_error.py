# A decoding error names position and reason.
# recorded: CPython 3.14
data = b"abc\xff"
print(data[:3].decode())
print(data.decode("utf-8"))
