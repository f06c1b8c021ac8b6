# A maze is solved by breadth-first search and drawn with its path.
# recorded: CPython 3.14
MAZE = """
###########
#S..#.....#
#.#.#.###.#
#.#...#...#
#.#####.#.#
#.......#E#
###########
""".strip().splitlines()

def find(maze, what):
    for r, row in enumerate(maze):
        c = row.find(what)
        if c >= 0:
            return r, c
    raise ValueError(f"no {what!r} in the maze")

def neighbours(maze, cell):
    r, c = cell
    for dr, dc, name in ((0, 1, ">"), (1, 0, "v"), (0, -1, "<"), (-1, 0, "^")):
        if maze[r + dr][c + dc] != "#":
            yield (r + dr, c + dc), name

def solve(maze):
    start, end = find(maze, "S"), find(maze, "E")
    came = {start: None}
    queue = [start]
    for cell in queue:
        if cell == end:
            break
        for other, name in neighbours(maze, cell):
            if other not in came:
                came[other] = (cell, name)
                queue.append(other)
    else:
        return None
    path = []
    while came[cell]:
        cell, name = came[cell]
        path.append((cell, name))
    return path[::-1]

def draw(maze, path):
    grid = [list(row) for row in maze]
    for (r, c), name in path[1:]:
        grid[r][c] = name
    return "\n".join(map("".join, grid))

def compress(path):
    out = []
    for _, name in path:
        if out and out[-1][0] == name:
            out[-1][1] += 1
        else:
            out.append([name, 1])
    return "".join(f"{name}{n if n > 1 else ''}" for name, n in out)

path = solve(MAZE)
print(len(path), compress(path))
print(draw(MAZE, path))
blocked = [row.replace("E", "#E") if "E" in row else row for row in MAZE]
print(solve(["#####", "#S#E#", "#####"]))
try:
    solve(["###", "#S#", "###"])
except ValueError as error:
    print(error)
dead_ends = [(r, c) for r, row in enumerate(MAZE) for c, x in enumerate(row)
             if x == "." and len(list(neighbours(MAZE, (r, c)))) == 1]
print(dead_ends)
