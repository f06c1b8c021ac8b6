# Cooperative tasks as generators with sleeping, waiting and failing.
# recorded: CPython 3.14
class Task:
    counter = 0
    def __init__(self, name, gen):
        self.name, self.gen = name, gen
        self.wake, self.result, self.error, self.done = 0, None, None, False

class Scheduler:
    def __init__(self):
        self.tasks, self.clock, self.log = [], 0, []

    def spawn(self, name, gen):
        task = Task(name, gen)
        self.tasks.append(task)
        return task

    def step(self, task):
        try:
            request = next(task.gen)
        except StopIteration as stop:
            task.done, task.result = True, stop.value
            self.log.append(f"{self.clock:>3} {task.name} done -> {stop.value!r}")
        except Exception as error:
            task.done, task.error = True, error
            self.log.append(f"{self.clock:>3} {task.name} failed: {error!r}")
        else:
            kind, value = request
            if kind == "sleep":
                task.wake = self.clock + value
            elif kind == "join":
                task.wake = value
            elif kind == "say":
                self.log.append(f"{self.clock:>3} {task.name}: {value}")
            else:
                task.gen.throw(ValueError(f"bad request {kind}"))

    def ready(self, task):
        return task.wake.done if isinstance(task.wake, Task) else task.wake <= self.clock

    def run(self, limit=100):
        while any(not t.done for t in self.tasks):
            active = [t for t in self.tasks if not t.done and self.ready(t)]
            for task in active:
                self.step(task)
            if not active:
                self.clock += 1
                if self.clock > limit:
                    raise TimeoutError("tasks never finish: " + ", ".join(t.name for t in self.tasks if not t.done))

def worker(name, rounds, pause):
    total = 0
    for i in range(rounds):
        yield "say", f"round {i}"
        yield "sleep", pause
        total += i * pause
    return total

def failing():
    yield "sleep", 2
    raise RuntimeError("disk full")

def collector(*tasks):
    results = []
    for task in tasks:
        yield "join", task
        results.append(task.result if task.error is None else type(task.error).__name__)
    return results

s = Scheduler()
a = s.spawn("a", worker("a", 2, 3))
b = s.spawn("b", worker("b", 3, 2))
c = s.spawn("c", failing())
d = s.spawn("d", collector(a, b, c))
s.run()
print(*s.log, sep="\n")
print(d.result, s.clock)
s2 = Scheduler()
s2.spawn("forever", (("sleep", 1) for _ in iter(int, 1)))
try:
    s2.run(limit=5)
except TimeoutError as error:
    print(error)
