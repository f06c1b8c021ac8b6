# Events with subscribers, priorities, plugins by decorator, and failures that are kept apart.
# recorded: CPython 3.14
from collections import defaultdict

class Event:
    def __init__(self, name, **data):
        self.name, self.data, self.stopped = name, data, False
    def stop(self): self.stopped = True
    def __repr__(self): return f"Event({self.name}, {self.data})"

class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)
        self.errors = []

    def on(self, name, priority=0):
        def decorate(f):
            self.handlers[name].append((-priority, len(self.handlers[name]), f))
            self.handlers[name].sort(key=lambda h: h[:2])
            return f
        return decorate

    def off(self, f):
        for name in list(self.handlers):
            self.handlers[name] = [h for h in self.handlers[name] if h[2] is not f]
            if not self.handlers[name]:
                del self.handlers[name]

    def emit(self, name, **data):
        event = Event(name, **data)
        results = []
        for key in (name, "*"):
            for _, _, f in self.handlers.get(key, ()):
                if event.stopped:
                    return results
                try:
                    results.append(f(event))
                except Exception as error:
                    error.add_note(f"in {f.__name__} for {event.name}")
                    self.errors.append(error)
        return results

bus = Bus()

@bus.on("save", priority=1)
def validate(event):
    if not event.data.get("path"):
        event.stop()
        return "invalid"
    return "valid"

@bus.on("save")
@bus.on("load")
def store(event):
    return f"{event.name} {event.data['path']}"

@bus.on("*", priority=-5)
def audit(event):
    return f"audit {event!r}"

@bus.on("save", priority=10)
def flaky(event):
    if len(event.data) > 1:
        raise RuntimeError("too much data")
    return "flaky ok"

print(bus.emit("save", path="/a"))
print(bus.emit("save", path="/b", size=3))
print(bus.emit("save"))
print(bus.emit("load"), bus.emit("other", x=1))
for error in bus.errors:
    print(repr(error), error.__notes__)
bus.off(store)
print(bus.emit("load", path="p"), sorted(bus.handlers))

class Plugin:
    loaded = []
    def __init__(self, *requires): self.requires = requires
    def __call__(self, f):
        f.requires = self.requires
        Plugin.loaded.append(f)
        return f

@Plugin("net")
def http(): return "http"
@Plugin()
def net(): return "net"
@Plugin("http", "net")
def app(): return "app"

def order(plugins):
    by_name = {p.__name__: p for p in plugins}
    done, path = [], []
    def visit(name):
        if name in path:
            raise ValueError(" -> ".join(path + [name]))
        if name not in done:
            path.append(name)
            for other in by_name[name].requires:
                visit(other)
            path.pop()
            done.append(name)
    for name in by_name:
        visit(name)
    return done

print(order(Plugin.loaded), [p() for p in Plugin.loaded])
net.requires = ("app",)
try:
    order(Plugin.loaded)
except ValueError as error:
    print(error)
