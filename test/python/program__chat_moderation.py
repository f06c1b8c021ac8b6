# Messages are filtered by rules; users collect strikes, mutes run out.
# recorded: CPython 3.14
class Rule:
    def __init__(self, name, test, strikes=1):
        self.name, self.test, self.strikes = name, test, strikes
    def __call__(self, message):
        return bool(self.test(message))

class Muted(Exception):
    def __init__(self, user, until):
        super().__init__(f"{user} is muted until {until}")
        self.until = until

def shouting(text):
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 5 and sum(c.isupper() for c in letters) / len(letters) > 0.7

def repeated(text, n=4):
    run = 1
    for a, b in zip(text, text[1:]):
        run = run + 1 if a == b else 1
        if run >= n:
            return True
    return False

BAD = {"darn", "heck"}
RULES = [Rule("shouting", shouting), Rule("words", lambda t: BAD & {w.strip(".,!?").lower() for w in t.split()}, 2),
         Rule("spam", repeated), Rule("link", lambda t: "http" in t and not t.startswith("http://ok/"), 3)]

class Room:
    def __init__(self, rules, limit=3, mute=5):
        self.rules, self.limit, self.mute = rules, limit, mute
        self.strikes, self.muted, self.log = {}, {}, []
    def censor(self, text):
        return " ".join("*" * len(w) if w.strip(".,!?").lower() in BAD else w for w in text.split())
    def post(self, at, user, text):
        if (until := self.muted.get(user, 0)) > at:
            raise Muted(user, until)
        broken = [rule for rule in self.rules if rule(text)]
        for rule in broken:
            self.strikes[user] = self.strikes.get(user, 0) + rule.strikes
        if self.strikes.get(user, 0) >= self.limit:
            self.muted[user] = at + self.mute
            self.strikes[user] = 0
        self.log.append((at, user, self.censor(text), tuple(r.name for r in broken)))
        return broken

room = Room(RULES)
script = """1 ann Hello everybody!
2 bob WHAT IS THIS THING
3 bob aaaaaah, what the heck!
4 bob am I muted?
5 cy see http://bad/ now
6 cy hm
7 ann http://ok/ is fine
9 bob back again
12 ann OK
12 cy Darn. DARN!"""
for line in script.splitlines():
    at, user, text = line.split(" ", 2)
    try:
        broken = room.post(int(at), user, text)
        if broken:
            print(f"{at}: {user} broke {', '.join(r.name for r in broken)}")
    except Muted as error:
        print(f"{at}: {error} ({error.until - int(at)} left)")
for at, user, text, rules in room.log:
    print(f"[{at:02}] {user}: {text}" + (f"  <{'|'.join(rules)}>" if rules else ""))
print(dict(sorted(room.strikes.items())), dict(sorted(room.muted.items())))
