# A robot on a grid follows parsed programs with loops, procedures and undo.
# recorded: CPython 3.14
class ProgramError(Exception):
    def __init__(self, message, line):
        super().__init__(f"line {line}: {message}")

DIRECTIONS = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}
ORDER = "NESW"

def parse(text):
    lines = [(n, line.split("//")[0].strip()) for n, line in enumerate(text.splitlines(), 1)]
    lines = [(n, line.split()) for n, line in lines if line]
    position = 0
    def block(depth):
        nonlocal position
        out = []
        while position < len(lines):
            n, words = lines[position]
            position += 1
            if words[0] == "end":
                if depth == 0:
                    raise ProgramError("unexpected end", n)
                return out
            if words[0] in ("repeat", "to"):
                out.append((n, words[0], words[1:], block(depth + 1)))
            else:
                out.append((n, words[0], words[1:], None))
        if depth:
            raise ProgramError("missing end", lines[-1][0])
        return out
    return block(0)

class Robot:
    def __init__(self, walls=(), size=6):
        self.x = self.y = 0
        self.facing, self.size, self.walls = "N", size, set(walls)
        self.procedures, self.trail, self.undo = {}, [(0, 0)], []

    def turn(self, by):
        self.facing = ORDER[(ORDER.index(self.facing) + by) % 4]

    def forward(self, n, line):
        dx, dy = DIRECTIONS[self.facing]
        for _ in range(n):
            x, y = self.x + dx, self.y + dy
            if (x, y) in self.walls or not (0 <= x < self.size and 0 <= y < self.size):
                raise ProgramError(f"bump at {x},{y} facing {self.facing}", line)
            self.undo.append((self.x, self.y, self.facing))
            self.x, self.y = x, y
            self.trail.append((x, y))

    def run(self, block, depth=0):
        if depth > 20:
            raise RecursionError("procedures nested too deeply")
        for line, word, args, body in block:
            try:
                if word == "move": self.forward(int(args[0]) if args else 1, line)
                elif word == "left": self.turn(-1)
                elif word == "right": self.turn(1)
                elif word == "repeat":
                    for _ in range(int(args[0])):
                        self.run(body, depth + 1)
                elif word == "to": self.procedures[args[0]] = body
                elif word == "back" and self.undo: self.x, self.y, self.facing = self.undo.pop()
                elif word in self.procedures: self.run(self.procedures[word], depth + 1)
                else: raise ProgramError(f"what is {word!r}?", line)
            except (ValueError, IndexError) as error:
                raise ProgramError(f"{word} {' '.join(args)}: {error}", line) from error
        return self

    def picture(self):
        marks = {cell: "." for cell in self.trail} | {cell: "#" for cell in self.walls} | {(self.x, self.y): "^>v<"[ORDER.index(self.facing)]}
        return "\n".join("".join(marks.get((x, y), " ") for x in range(self.size)).rstrip() or "_" for y in range(self.size - 1, -1, -1))

robot = Robot(walls=[(3, 3)])
robot.run(parse("""
to corner   // a procedure
  move 2
  right
end
repeat 3
  corner
end
right
move 4
right
move
"""))
print(robot.x, robot.y, robot.facing, robot.trail)
print(robot.picture())
for text in ("move 9", "jump", "repeat x\nend", "end", "repeat 2\nmove", "to a\na\nend\na", "repeat\nend", "right\nmove 3\nleft\nmove 3"):
    other = Robot(walls=[(3, 3)])
    try:
        other.run(parse(text))
    except (ProgramError, RecursionError) as error:
        print(f"{type(error).__name__}: {error}", "|", type(error.__cause__).__name__, (other.x, other.y))
print(vars(Robot().run(parse("move 3\nback\nback\nback\nback")))["y"], len(robot.undo))
