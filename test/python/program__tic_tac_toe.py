# Tic-tac-toe: minimax plays against itself and against a bad player.
# recorded: CPython 3.14
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]

def winner(board):
    for a, b, c in LINES:
        if board[a] != " " and board[a] == board[b] == board[c]:
            return board[a]
    return "draw" if " " not in board else None

cache = {}
def score(board, player):
    key = (board, player)
    if key not in cache:
        result = winner(board)
        if result is not None:
            value = {"X": 1, "O": -1, "draw": 0}[result]
        else:
            values = [score(play(board, i, player), "O" if player == "X" else "X") for i in moves(board)]
            value = max(values) if player == "X" else min(values)
        cache[key] = value
    return cache[key]

def moves(board):
    return [i for i, c in enumerate(board) if c == " "]

def play(board, i, player):
    return board[:i] + player + board[i + 1:]

def best(board, player):
    other = "O" if player == "X" else "X"
    choose = max if player == "X" else min
    return choose(moves(board), key=lambda i: score(play(board, i, player), other))

def first(board, player):
    return moves(board)[0]

def game(x_player, o_player):
    board, player = " " * 9, "X"
    history = []
    while (result := winner(board)) is None:
        move = (x_player if player == "X" else o_player)(board, player)
        history.append(move)
        board = play(board, move, player)
        player = "O" if player == "X" else "X"
    return result, history, board

def show(board):
    return "\n-+-+-\n".join("|".join(board[r:r + 3]) for r in (0, 3, 6))

for x, o in ((best, best), (best, first), (first, best), (first, first)):
    result, history, board = game(x, o)
    print(x.__name__, "-", o.__name__, ":", result, history)
print(show(board))
print(len(cache), score(" " * 9, "X"))
