# Bytes: records packed by hand, checksums, searching, splitting, hex, translating, slices, decoding.
def checksum(data):
    a = 1
    b = 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def run(n):
    parts = []
    for i in range(n):
        parts.append(i.to_bytes(4, 'big') + b'name%d' % i + bytes([i & 255, 0]))
    data = b''.join(parts)
    fields = data.split(b'\0')
    names = 0
    for field in fields:
        if field.startswith(b'name') or b'name' in field:
            names += 1
    total = 0
    for i in range(0, len(data) - 4, 8):
        total += int.from_bytes(data[i:i + 4], 'little')
    digest = checksum(data)
    text = data.hex()
    back = bytes.fromhex(text)
    swapped = back.translate(bytes(range(255, -1, -1))).replace(b'\xff', b'--')
    decoded = b' '.join(b'w%d' % (i % 99) for i in range(n)).decode().split()
    key = bytes(a ^ b for a, b in zip(data, data[1:]))
    return len(data), len(fields), names, total, digest, len(text), back == data, len(swapped), len(decoded), key[:4]


for _ in range(2):
    result = run(12000)
print(result)
