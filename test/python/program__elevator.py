# An elevator serves requests in the direction in which it moves.
# recorded: CPython 3.14
class Elevator:
    def __init__(self, floors, at=0):
        self.floors, self.at, self.direction = floors, at, 0
        self.stops, self.waiting, self.log, self.time = set(), [], [], 0
        self.riders = 0

    def call(self, time, source, target):
        for floor in (source, target):
            if not 0 <= floor < self.floors:
                raise ValueError(f"no floor {floor}")
        self.waiting.append({"time": time, "from": source, "to": target, "state": "waiting"})

    def active(self):
        return [r for r in self.waiting if r["time"] <= self.time and r["state"] != "done"]

    def targets(self):
        return {r["from"] if r["state"] == "waiting" else r["to"] for r in self.active()}

    def board(self):
        changed = []
        for r in self.active():
            if r["state"] == "riding" and r["to"] == self.at:
                r["state"], r["done"] = "done", self.time
                changed.append("-")
            elif r["state"] == "waiting" and r["from"] == self.at:
                r["state"] = "riding"
                changed.append("+")
        self.riders += changed.count("+") - changed.count("-")
        return "".join(changed)

    def step(self):
        if change := self.board():
            self.log.append(f"t={self.time:<3} floor {self.at} {change} ({self.riders})")
        goals = self.targets()
        if goals:
            above, below = [g for g in goals if g > self.at], [g for g in goals if g < self.at]
            if self.direction >= 0:
                self.direction = 1 if above else -1 if below else 0
            else:
                self.direction = -1 if below else 1 if above else 0
            self.at += self.direction
        else:
            self.direction = 0
        self.time += 1

    def run(self, limit=200):
        while any(r["state"] != "done" for r in self.waiting):
            if self.time > limit:
                raise RuntimeError("stuck")
            self.step()
        return self.time

lift = Elevator(10)
for request in [(0, 3, 7), (2, 5, 1), (2, 9, 0), (10, 0, 4), (11, 2, 2), (30, 8, 3)]:
    lift.call(*request)
print(lift.run())
print(*lift.log, sep="\n")
waits = [r["done"] - r["time"] for r in lift.waiting]
print(waits, max(waits), sum(waits) / len(waits))
try:
    lift.call(0, 1, 10)
except ValueError as error:
    print(error)
