# Cards: a deck shuffled by a fixed generator, hands with soft aces, a dealer's rules.
# recorded: CPython 3.14
SUITS = "♣♦♥♠"
RANKS = "2 3 4 5 6 7 8 9 10 J Q K A".split()

class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit
    @property
    def value(self):
        return 11 if self.rank == "A" else 10 if self.rank in "JQK" else int(self.rank)
    def __repr__(self):
        return self.rank + self.suit
    def __eq__(self, other):
        return (self.rank, self.suit) == (other.rank, other.suit)
    def __hash__(self):
        return hash((self.rank, self.suit))

class Deck:
    def __init__(self, seed):
        self.cards = [Card(r, s) for s in SUITS for r in RANKS]
        for i in range(len(self.cards) - 1, 0, -1):
            seed = (seed * 16807) % 2147483647
            j = seed % (i + 1)
            self.cards[i], self.cards[j] = self.cards[j], self.cards[i]
    def __len__(self):
        return len(self.cards)
    def __iter__(self):
        while self.cards:
            yield self.cards.pop()

def total(hand):
    points = sum(card.value for card in hand)
    aces = sum(card.rank == "A" for card in hand)
    while points > 21 and aces:
        points -= 10
        aces -= 1
    return points

def play(deal, stand):
    hand = [next(deal), next(deal)]
    while total(hand) < stand:
        hand.append(next(deal))
    return hand

scores = {"player": 0, "dealer": 0, "push": 0}
deck = Deck(42)
print(len(deck), len(set(deck.cards)))
deal = iter(deck)
rounds = 0
try:
    while True:
        player, dealer = play(deal, 16), play(deal, 17)
        p, d = total(player), total(dealer)
        if p > 21: winner = "dealer"
        elif d > 21 or p > d: winner = "player"
        elif p == d: winner = "push"
        else: winner = "dealer"
        scores[winner] += 1
        rounds += 1
        print(f"{player} {p} vs {dealer} {d}: {winner}")
except (StopIteration, RuntimeError) as end:
    print("deck is empty after", rounds, "rounds", scores, type(end).__name__, len(deck))
print(total([Card("A", "♠"), Card("A", "♥"), Card("9", "♦")]), total([Card("A", "♠"), Card("K", "♥")]))
