# Conway's game of life on a torus, with sets of cells.
# recorded: CPython 3.14
def parse(picture):
    return {(r, c) for r, line in enumerate(picture.split("\n")) for c, x in enumerate(line) if x == "#"}

def step(alive, height, width):
    neighbours = {}
    for r, c in alive:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    key = (r + dr) % height, (c + dc) % width
                    neighbours[key] = neighbours.get(key, 0) + 1
    return {cell for cell, n in neighbours.items() if n == 3 or n == 2 and cell in alive}

def draw(alive, height, width):
    return "\n".join("".join("#" if (r, c) in alive else "." for c in range(width)) for r in range(height))

glider = parse(".#.\n..#\n###")
height, width = 6, 6
seen = {}
generation = 0
while True:
    key = frozenset(glider)
    if key in seen:
        print("cycle of", generation - seen[key])
        break
    seen[key] = generation
    if generation % 8 == 0:
        print(f"generation {generation}, {len(glider)} alive")
        print(draw(glider, height, width))
    glider = step(glider, height, width)
    generation += 1
blinker = parse("...\n###\n...")
for _ in range(3):
    print(draw(blinker, 3, 5).replace("\n", "/"))
    blinker = step(blinker, 5, 5)
print(len(step(set(), 4, 4)), sorted(step(parse("##\n##"), 6, 6)))
