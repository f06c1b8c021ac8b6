# A double-entry ledger with integer cents, running balances and reconciliation.
# recorded: CPython 3.14
from collections import defaultdict
from functools import reduce

class LedgerError(Exception):
    """Something in the books is wrong."""

def cents(text):
    sign = -1 if text.startswith("-") else 1
    whole, _, part = text.lstrip("-+").partition(".")
    if not whole.isdigit() or (part and (not part.isdigit() or len(part) > 2)):
        raise LedgerError(f"bad amount {text!r}")
    return sign * (int(whole) * 100 + int((part + "00")[:2]))

def show(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100:,}.{abs(amount) % 100:02d}"

class Ledger:
    def __init__(self):
        self.entries = []
        self.closed = False

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            self.closed = True
        return False

    def post(self, day, text, **lines):
        if self.closed:
            raise LedgerError("the ledger is closed")
        lines = {account: cents(amount) for account, amount in lines.items()}
        if total := sum(lines.values()):
            raise LedgerError(f"{text}: off by {show(total)}")
        self.entries.append((day, text, lines))
        self.entries.sort(key=lambda e: e[0])

    def balances(self, until=None):
        totals = defaultdict(int)
        for day, _, lines in self.entries:
            if until is None or day <= until:
                for account, amount in lines.items():
                    totals[account] += amount
        return dict(totals)

    def statement(self, account):
        balance = 0
        for day, text, lines in self.entries:
            if account in lines:
                balance += lines[account]
                yield day, text, lines[account], balance

with Ledger() as ledger:
    ledger.post("2024-01-01", "start", bank="1000", equity="-1000")
    ledger.post("2024-01-05", "rent", rent="650.5", bank="-650.50")
    ledger.post("2024-01-03", "sale", bank="120.05", sales="-100", tax="-20.05")
    for bad in ({"bank": "1", "cash": "-2"}, {"bank": "1.005"}, {"bank": "x"}):
        try:
            ledger.post("2024-01-09", "mistake", **bad)
        except LedgerError as error:
            print("refused:", error)
try:
    ledger.post("2024-02-01", "late")
except LedgerError as error:
    print("refused:", error)
for row in ledger.statement("bank"):
    day, text, amount, balance = row
    print(f"{day} {text:<6}{show(amount):>10}{show(balance):>12}")
print({a: show(b) for a, b in sorted(ledger.balances().items())}, sum(ledger.balances().values()))
print({a: show(b) for a, b in sorted(ledger.balances("2024-01-03").items())})
print(show(-5), show(123456789), show(0), reduce(lambda a, b: a + b, map(cents, ["0.1", "0.2", "0.05"])))
def installments(total, n):
    each, rest = divmod(total, n)
    return [each + (i < rest) for i in range(n)]
print([show(x) for x in installments(cents("100"), 3)], sum(installments(10000, 7)))
