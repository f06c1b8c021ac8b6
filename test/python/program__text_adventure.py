# A small text adventure driven by a script of commands.
# recorded: CPython 3.14
ROOMS = {
    "hall": {"text": "A dusty hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"text": "Shelves of books.", "exits": {"south": "hall"}, "items": ["key", "book"]},
    "kitchen": {"text": "It smells of soup.", "exits": {"west": "hall", "down": "cellar"}, "items": []},
    "cellar": {"text": "A chest stands here.", "exits": {"up": "kitchen"}, "items": ["chest"], "dark": True},
}

class GameOver(Exception):
    pass

class Game:
    def __init__(self, rooms):
        self.rooms = {name: {**room, "items": list(room["items"])} for name, room in rooms.items()}
        self.here = "hall"
        self.bag = set()
        self.turns = 0

    def room(self):
        return self.rooms[self.here]

    def do_look(self):
        room = self.room()
        if room.get("dark") and "lamp" not in self.bag:
            return "It is too dark to see."
        items = ", ".join(sorted(room["items"])) or "nothing"
        return f"{room['text']} You see {items}. Exits: {', '.join(room['exits'])}."

    def do_go(self, direction=None):
        try:
            self.here = self.room()["exits"][direction]
        except KeyError:
            return f"You cannot go {direction or 'nowhere'}."
        return self.do_look()

    def do_take(self, *names):
        if not names:
            return "Take what?"
        answers = []
        for name in names:
            if name in self.room()["items"] and name != "chest":
                self.room()["items"].remove(name)
                self.bag.add(name)
                answers.append(f"Taken: {name}.")
            else:
                answers.append(f"No {name} to take.")
        return " ".join(answers)

    def do_open(self, what="it"):
        if what not in self.room()["items"]:
            return f"There is no {what}."
        if not {"key", "lamp"} <= self.bag:
            return "It is locked." if "lamp" in self.bag else "You fumble in the dark."
        raise GameOver(f"You win after {self.turns} turns!")

    def do_inventory(self):
        return "You carry " + (", ".join(sorted(self.bag)) or "nothing") + "."

    def play(self, line):
        self.turns += 1
        verb, *rest = line.split()
        method = getattr(self, "do_" + verb, None)
        if method is None:
            return f"I do not know how to {verb}."
        try:
            return method(*rest)
        except TypeError:
            return f"I do not understand {line!r}."

game = Game(ROOMS)
script = """look
go north
take key sword
dance
go south
go east
go down
open chest
go up
go west
take lamp
look around twice
inventory
go east
go down
open door
open chest
never reached"""
try:
    for command in script.splitlines():
        print(">", command)
        print(game.play(command))
except GameOver as end:
    print(end)
print(game.here, game.turns)
