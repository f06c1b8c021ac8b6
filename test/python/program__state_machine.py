# A traffic light and a turnstile as state machines from tables.
# recorded: CPython 3.14
class InvalidTransition(Exception):
    def __init__(self, state, event):
        super().__init__(f"no transition from {state!r} on {event!r}")
        self.state, self.event = state, event

class Machine:
    def __init__(self, name, initial, table):
        self.name, self.state, self.table = name, initial, table
        self.listeners = []
        self.history = [initial]

    def on(self, pattern):
        def register(f):
            self.listeners.append((pattern, f))
            return f
        return register

    def send(self, event):
        try:
            target = self.table[self.state][event]
        except KeyError:
            raise InvalidTransition(self.state, event) from None
        before, self.state = self.state, target
        self.history.append(target)
        for pattern, f in self.listeners:
            if pattern in (event, "*", f"{before}->{target}"):
                f(before, event, target)
        return self

    def can(self):
        return sorted(self.table[self.state])

light = Machine("light", "red", {"red": {"timer": "green", "fault": "off"}, "green": {"timer": "yellow", "fault": "off"},
                                 "yellow": {"timer": "red", "fault": "off"}, "off": {"repair": "red"}})
counts = {}

@light.on("*")
def count(before, event, after):
    counts[event] = counts.get(event, 0) + 1

@light.on("yellow->red")
def stop(before, event, after):
    print("STOP")

for event in ["timer"] * 7 + ["fault", "repair"]:
    light.send(event)
print(light.state, light.history, counts)
print(light.send("timer").send("timer").state, light.can())
try:
    light.send("repair")
except InvalidTransition as error:
    print(error, error.state, error.event, error.__cause__)

def turnstile():
    coins = 0
    state = "locked"
    while True:
        event = yield state, coins
        if event == "coin":
            coins += 1
            state = "unlocked"
        elif event == "push":
            state = "locked"
        elif event is None:
            continue
        else:
            return f"broken by {event}"

t = turnstile()
next(t)
print([t.send(e) for e in ("push", "coin", "coin", "push")])
try:
    t.send("hammer")
except StopIteration as end:
    print(end.value)
