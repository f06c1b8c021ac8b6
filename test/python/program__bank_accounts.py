# Accounts with deposits, withdrawals, transfers and an audit log.
# recorded: CPython 3.14
class InsufficientFunds(Exception):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} has {account.balance:.2f}, needs {needed:.2f}")
        self.account = account
        self.needed = needed

class Account:
    interest = 0.0
    _next = 1000

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.number = Account._next
        Account._next += 1
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.available():
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))

    def available(self):
        return self._balance

    def __repr__(self):
        return f"<{type(self).__name__} {self.number} {self.owner}: {self._balance:.2f}>"

class Savings(Account):
    interest = 0.03

    def add_interest(self):
        self.deposit(round(self._balance * self.interest, 2))

class Checking(Account):
    def __init__(self, owner, balance=0, overdraft=100):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def available(self):
        return super().available() + self.overdraft

class Bank:
    def __init__(self):
        self.accounts = {}
        self.log = []

    def open(self, account):
        self.accounts[account.number] = account
        return account

    def transfer(self, source, target, amount):
        try:
            self.accounts[source].withdraw(amount)
            try:
                self.accounts[target].deposit(amount)
            except KeyError:
                self.accounts[source].deposit(amount)
                raise
        except (InsufficientFunds, KeyError, ValueError) as error:
            self.log.append(f"{type(error).__name__}: {error}")
            return False
        else:
            self.log.append(f"{source}->{target} {amount}")
            return True

bank = Bank()
a = bank.open(Savings("Ann", 500))
b = bank.open(Checking("Bob", 20))
print(bank.transfer(1000, 1001, 120.5), bank.transfer(1001, 1000, 200), bank.transfer(1001, 1000, 100))
print(bank.transfer(1000, 9999, 1), bank.transfer(1000, 1001, -5))
a.add_interest()
print(a, b, sep="\n")
print(*bank.log, sep="\n")
print(a.history)
try:
    b.withdraw(10 ** 6)
except InsufficientFunds as error:
    print(error.needed, error.account is b, error)
try:
    a.balance = 10 ** 9
except AttributeError as error:
    print(error)
