# A vending machine as a coroutine: coins, selection, change, stock, service.
# recorded: CPython 3.14
COINS = (200, 100, 50, 20, 10)

class Refused(Exception):
    pass

def change_for(amount, box):
    out, left = [], dict(box)
    for coin in COINS:
        while amount >= coin and left.get(coin, 0):
            out.append(coin)
            left[coin] -= 1
            amount -= coin
    if amount:
        raise Refused(f"no change for {amount}")
    return out, left

def machine(stock, box):
    credit, message, sales = 0, "ready", 0
    inserted = []
    try:
        while True:
            try:
                command = yield f"{message} [{credit / 100:.2f}]"
                kind, _, value = command.partition(" ")
                if kind == "coin":
                    coin = int(value)
                    if coin not in COINS:
                        raise Refused(f"unknown coin {coin}")
                    credit += coin
                    inserted.append(coin)
                    box[coin] = box.get(coin, 0) + 1
                    message = "thanks"
                elif kind == "buy":
                    if value not in stock:
                        raise Refused(f"no {value}")
                    price, count = stock[value]
                    if not count:
                        raise Refused(f"{value} is sold out")
                    if credit < price:
                        raise Refused(f"{(price - credit) / 100:.2f} more")
                    coins, box = change_for(credit - price, box)
                    stock[value] = price, count - 1
                    credit, sales = 0, sales + price
                    inserted.clear()
                    message = f"{value}, change {coins}"
                elif kind == "cancel":
                    for coin in inserted:
                        box[coin] -= 1
                    message = f"returned {inserted[:]}"
                    credit = 0
                    inserted.clear()
                elif kind == "off":
                    return sales, {c: n for c, n in box.items() if n}
                else:
                    raise Refused("?")
            except (Refused, ValueError) as error:
                message = f"{type(error).__name__}: {error}"
            except KeyError as stop:
                message = f"serviced: {stop.args[0]}"
                stock[stop.args[0]] = stock[stop.args[0]][0], 9
    finally:
        print("machine stops with", credit)

m = machine({"tea": (120, 1), "gum": (30, 2)}, {10: 1, 20: 2, 50: 1})
print(next(m))
for command in ["coin 200", "buy soup", "buy tea", "buy tea", "coin 50", "coin 20", "coin 5", "buy gum", "buy gum", "coin x", "cancel", "dance", "coin 200"]:
    print(f"{command:<9} -> {m.send(command)}")
print(m.throw(KeyError("tea")))
for command in ("buy gum", "cancel"):
    print(f"{command:<9} -> {m.send(command)}")
try:
    m.send("off")
except StopIteration as end:
    print(end.value)
other = machine({}, {})
next(other), other.send("coin 100")
other.close()
print(change_for(80, {50: 1, 20: 1, 10: 1}))
try:
    change_for(60, {50: 1, 20: 3})
except Refused as error:
    print(error)
