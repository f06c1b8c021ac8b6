# Reports made of f-strings and format specs.
def report(n):
    lines = []
    total = 0.0
    for i in range(n):
        price = i * 1.25 + 0.5
        name = f'item-{i:05d}'
        total += price
        lines.append(f'| {name:<12} | {i:>6} | {price:>12,.2f} | {i % 7 / 7:6.1%} | {i:#06x} | {name!r} |')
        if i % 10 == 0:
            width = 10 + i % 5
            lines.append(f'{"total":^{width}}: {total:.3e} {{{i % 3 == 0}}} {lines[-1][2:6]}')
    return '\n'.join(lines)


checksum = 0
for _ in range(2):
    text = report(60000)
    for line in text.split('\n'):
        checksum = (checksum * 31 + len(line)) % 1000000007
print(len(text), checksum)
print(text[:250])
