# Run lengths, Huffman codes, LZ and base64 by hand.
# recorded: CPython 3.14
def rle(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append((text[i], j - i))
        i = j
    return out

def unrle(pairs):
    return "".join(c * n for c, n in pairs)

def huffman(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    nodes = sorted((n, c, None) for c, n in counts.items())
    if len(nodes) == 1:
        return {nodes[0][1]: "0"}
    order = 0
    trees = [(n, c, c) for n, c, _ in nodes]
    while len(trees) > 1:
        trees.sort(key=lambda t: (t[0], t[1]))
        (n1, k1, left), (n2, k2, right), *trees = trees
        trees.append((n1 + n2, min(k1, k2), (left, right)))
    codes = {}
    def walk(tree, prefix):
        if isinstance(tree, tuple):
            walk(tree[0], prefix + "0")
            walk(tree[1], prefix + "1")
        else:
            codes[tree] = prefix
    walk(trees[0][2], "")
    return codes

def decode(bits, codes):
    reverse = {v: k for k, v in codes.items()}
    out, code = [], ""
    for bit in bits:
        code += bit
        if code in reverse:
            out.append(reverse[code])
            code = ""
    if code:
        raise ValueError(f"trailing bits {code}")
    return "".join(out)

def lz(text):
    table = {chr(i): i for i in range(128)}
    word, out = "", []
    for c in text:
        if word + c in table:
            word += c
        else:
            out.append(table[word])
            table[word + c] = len(table)
            word = c
    return out + ([table[word]] if word else [])

def unlz(codes):
    table = {i: chr(i) for i in range(128)}
    previous = out = table[codes[0]]
    for code in codes[1:]:
        entry = table.get(code, previous + previous[0])
        out += entry
        table[len(table)] = previous + entry[0]
        previous = entry
    return out

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
def base64(data):
    out = ""
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        out += "".join(ALPHABET[n >> s & 63] for s in (18, 12, 6, 0))[:len(chunk) + 1] + "=" * (3 - len(chunk))
    return out

for text in ("aaaabbbcca", "abracadabra", "tobeornottobeortobeornot", "zzzzzz"):
    codes = huffman(text)
    bits = "".join(codes[c] for c in text)
    print(rle(text)[:4], unrle(rle(text)) == text, len(bits), dict(sorted(codes.items())), decode(bits, codes) == text)
    print(lz(text), unlz(lz(text)) == text)
print(base64(b"Hello, world!"), base64(b"a"), base64("é日".encode()), base64(b""))
try:
    decode("1", huffman("abc") | {"a": "00"})
except ValueError as error:
    print(error)
def checksum(data):
    a = b = 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a
crc = 0xFFFFFFFF
for byte in b"123456789":
    crc ^= byte
    for _ in range(8):
        crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
print(hex(checksum(b"Wikipedia")), hex(crc ^ 0xFFFFFFFF))
