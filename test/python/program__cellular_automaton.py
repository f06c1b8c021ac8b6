# Elementary cellular automata, a random walk and a fractal in characters.
# recorded: CPython 3.14
def rule(number):
    table = {tuple(map(int, f"{i:03b}")): number >> i & 1 for i in range(8)}
    return lambda a, b, c: table[a, b, c]

def evolve(cells, f):
    n = len(cells)
    return [f(cells[i - 1], cells[i], cells[(i + 1) % n]) for i in range(n)]

def run(number, width, steps):
    cells = [0] * width
    cells[width // 2] = 1
    f = rule(number)
    for _ in range(steps):
        yield "".join(".#"[c] for c in cells)
        cells = evolve(cells, f)

for number in (30, 90, 110):
    print("rule", number)
    print(*run(number, 21, 8), sep="\n")

def mandelbrot(width, height, limit=30):
    for row in range(height):
        line = ""
        y = -1.2 + 2.4 * row / (height - 1)
        for column in range(width):
            x = -2.0 + 2.8 * column / (width - 1)
            a = b = 0.0
            n = 0
            while n < limit and a * a + b * b <= 4:
                a, b = a * a - b * b + x, 2 * a * b + y
                n += 1
            line += " .:-=+*#%@"[min(n * 10 // limit, 9)]
        yield line.rstrip()

print(*mandelbrot(40, 13), sep="\n")

def walk(steps, seed=3):
    x = y = 0
    for _ in range(steps):
        seed = (1664525 * seed + 1013904223) & 0xFFFFFFFF
        dx, dy = ((1, 0), (0, 1), (-1, 0), (0, -1))[seed >> 30]
        x, y = x + dx, y + dy
        yield x, y

path = list(walk(200))
print(path[-1], len(set(path)), max(abs(x) + abs(y) for x, y in path), min(path), max(path))

def sierpinski(n):
    return ["*"] if n == 0 else [" " * 2 ** (n - 1) + line + " " * 2 ** (n - 1) for line in sierpinski(n - 1)] + [
        line + " " + line for line in sierpinski(n - 1)]

print("\n".join(line.rstrip() for line in sierpinski(3)))
