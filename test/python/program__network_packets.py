# Bytes: packing and unpacking of packets, checksums, reassembly, errors.
# recorded: CPython 3.14
MAGIC = b"\xca\xfe"

class PacketError(ValueError):
    pass

def checksum(data):
    if len(data) % 2:
        data += b"\x00"
    total = sum(int.from_bytes(data[i:i + 2], "big") for i in range(0, len(data), 2))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF

def pack(stream, number, last, payload):
    head = MAGIC + stream.to_bytes(1) + (number << 1 | last).to_bytes(2, "big") + len(payload).to_bytes(1)
    return head + checksum(head + payload).to_bytes(2, "big") + payload

def unpack(data):
    if len(data) < 8:
        raise PacketError(f"only {len(data)} bytes")
    if not data.startswith(MAGIC):
        raise PacketError(f"bad magic {data[:2].hex()}")
    size = data[5]
    packet, rest = data[:8 + size], data[8 + size:]
    if len(packet) < 8 + size:
        raise PacketError(f"{8 + size - len(packet)} bytes missing")
    if checksum(packet[:6] + packet[8:]) != int.from_bytes(packet[6:8], "big"):
        raise PacketError("bad checksum")
    flags = int.from_bytes(packet[3:5], "big")
    return (packet[2], flags >> 1, bool(flags & 1), packet[8:]), rest

def split(stream, message, size):
    chunks = [message[i:i + size] for i in range(0, len(message), size)] or [b""]
    return [pack(stream, i, i == len(chunks) - 1, c) for i, c in enumerate(chunks)]

class Receiver:
    def __init__(self):
        self.parts, self.totals, self.errors = {}, {}, []
    def feed(self, data):
        while data:
            try:
                (stream, number, last, payload), data = unpack(data)
            except PacketError as error:
                self.errors.append(str(error))
                nxt = data.find(MAGIC, 1)
                data = data[nxt:] if nxt > 0 else b""
                continue
            self.parts.setdefault(stream, {})[number] = payload
            if last:
                self.totals[stream] = number + 1
        for stream, total in list(self.totals.items()):
            if len(self.parts[stream]) == total:
                del self.totals[stream]
                yield stream, b"".join(p for _, p in sorted(self.parts.pop(stream).items()))

a = split(1, "Hello, wörld! ".encode() * 2, 10)
b = split(2, bytes(range(0, 256, 17)), 6)
c = split(3, b"", 4)
print(len(a), len(b), a[0], a[0].hex(" "))
print(unpack(a[1])[0], unpack(c[0]))
r = Receiver()
wire = b[2] + a[2] + a[0] + b[0]
print(list(r.feed(wire)), sorted(r.parts), r.totals)
broken = bytes(x ^ (i == 9) for i, x in enumerate(a[1]))
for stream, message in r.feed(broken + c[0] + b"junk" + b[1]):
    print(stream, message, message.hex("-", 4))
print([(s, m.decode()) for s, m in r.feed(a[1])], r.errors, r.parts)
for bad in (b"", b"\xca\xfe", b"x" * 20, a[0][:-1], a[0][:9] + b"?" + a[0][10:]):
    try:
        unpack(bad)
    except PacketError as error:
        print(error)
for bad in (lambda: pack(300, 0, 0, b""), lambda: pack(1, 0, 0, b"x" * 256), lambda: pack(1, -1, 0, b"")):
    try:
        bad()
    except OverflowError as error:
        print("OverflowError", error)
