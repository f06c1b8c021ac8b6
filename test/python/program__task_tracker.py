# A to-do list as commands on text, with undo, tags, due days and a saved form.
# recorded: CPython 3.14
import json

class CommandError(Exception):
    pass

class Tracker:
    def __init__(self):
        self.tasks, self.history, self.next_id = {}, [], 1

    def _save(self):
        self.history.append(json.dumps([self.tasks, self.next_id]))

    def add(self, *words):
        if not words:
            raise CommandError("add needs a text")
        self._save()
        text = " ".join(w for w in words if w[0] not in "#!@")
        task = {"text": text, "tags": sorted(w[1:] for w in words if w[0] == "#"), "priority": sum(w == "!" for w in words),
                "due": next((int(w[1:]) for w in words if w[0] == "@"), None), "done": False}
        self.tasks[str(self.next_id)] = task
        self.next_id += 1
        return f"added {self.next_id - 1}"

    def done(self, *ids):
        self._save()
        for i in ids:
            if i not in self.tasks:
                self.undo()
                raise CommandError(f"no task {i}")
            self.tasks[i]["done"] = True
        return f"{len(ids)} done"

    def remove(self, i):
        self._save()
        try:
            return "removed " + self.tasks.pop(i)["text"]
        except KeyError:
            self.history.pop()
            raise CommandError(f"no task {i}") from None

    def undo(self):
        if not self.history:
            raise CommandError("nothing to undo")
        self.tasks, self.next_id = json.loads(self.history.pop())
        return "undone"

    def list(self, *filters):
        chosen = []
        for i, t in self.tasks.items():
            if all(f[1:] in t["tags"] if f[0] == "#" else t["done"] == (f == "done") if f in ("done", "open") else f in t["text"] for f in filters):
                chosen.append((t["done"], -t["priority"], t["due"] if t["due"] is not None else 99, i, t))
        return "\n".join(f"{'x' if t['done'] else ' '} {i:>2} {t['text']}{'!' * t['priority']}"
                         + (f" @{t['due']}" if t["due"] is not None else "") + "".join(" #" + g for g in t["tags"])
                         for *_, i, t in sorted(chosen, key=lambda c: c[:4])) or "(none)"

    def stats(self):
        tags = {}
        for t in self.tasks.values():
            for tag in t["tags"]:
                done, all_ = tags.get(tag, (0, 0))
                tags[tag] = done + t["done"], all_ + 1
        return ", ".join(f"{tag} {d}/{n}" for tag, (d, n) in sorted(tags.items()))

    def __call__(self, line):
        name, *args = line.split()
        method = getattr(self, name, None)
        if name.startswith("_") or not callable(method):
            raise CommandError(f"unknown command {name!r}")
        try:
            return method(*args)
        except TypeError:
            raise CommandError(f"wrong arguments for {name}") from None

t = Tracker()
for line in """add buy milk #home @3
add write report #work ! ! @1
add call Bob #work #phone
add
list
done 1 3
done 2 9
list open
list done #work
stats
remove 1
undo
remove 7
list milk
undo
stats
_save
fly
remove
add fix ! #home bugs""".splitlines():
    try:
        print(f"> {line}\n{t(line)}")
    except CommandError as error:
        print(f"> {line}\nerror: {error}")
print(json.dumps(t.tasks, indent=None, separators=(",", ":")))
print(len(t.history))
while True:
    try:
        t("undo")
    except CommandError as error:
        print(error, t.tasks)
        break
