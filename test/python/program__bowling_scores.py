# Bowling: rolls become frames and a running score, with validation.
# recorded: CPython 3.14
class BadGame(ValueError):
    pass

def frames(rolls):
    i = 0
    for number in range(1, 11):
        if i >= len(rolls):
            raise BadGame(f"frame {number} is missing")
        if rolls[i] == 10:
            size, bonus = 1, 2
        else:
            size = 2
            if i + 1 >= len(rolls):
                raise BadGame(f"frame {number} is not finished")
            pins = rolls[i] + rolls[i + 1]
            if pins > 10:
                raise BadGame(f"frame {number} has {pins} pins")
            bonus = 1 if pins == 10 else 0
        counted = rolls[i:i + size + bonus]
        if len(counted) < size + bonus:
            raise BadGame(f"frame {number} lacks its bonus")
        yield rolls[i:i + size], sum(counted)
        i += size
        if number == 10 and i + bonus != len(rolls):
            raise BadGame(f"{len(rolls) - i - bonus} rolls too many")

def parse(text):
    rolls = []
    for c in text.replace(" ", ""):
        if c in "xX": rolls.append(10)
        elif c == "/": rolls.append(10 - rolls[-1])
        elif c == "-": rolls.append(0)
        elif c.isdigit(): rolls.append(int(c))
        else: raise BadGame(f"cannot read {c!r}")
    return rolls

def card(text):
    total, out = 0, []
    for pins, score in frames(parse(text)):
        total += score
        out.append(f"{'X' if pins == [10] else ''.join(map(str, pins)):>2}:{total}")
    return " ".join(out)

for game in ("XXXXXXXXXXXX", "9- 9- 9- 9- 9- 9- 9- 9- 9- 9-", "5/5/5/5/5/5/5/5/5/5/5", "X7/9-X-88/-6XXX81",
             "XXXXXXXXXXX", "95", "81", "", "5a", "9-9-9-9-9-9-9-9-9-9-1"):
    try:
        print(card(game))
    except (BadGame, IndexError) as error:
        print(f"{game!r}: {type(error).__name__}: {error}")
