# A calculator: tokens, a recursive-descent parser, a tree, evaluation and printing.
# recorded: CPython 3.14
class ParseError(Exception):
    pass

def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            tokens.append(("num", float(text[start:i]) if "." in text[start:i] else int(text[start:i])))
        elif c.isalpha():
            start = i
            while i < len(text) and text[i].isalnum():
                i += 1
            tokens.append(("name", text[start:i]))
        elif c in "+-*/^(),=":
            tokens.append(("op", c))
            i += 1
        else:
            raise ParseError(f"unexpected {c!r} at {i}")
    tokens.append(("end", None))
    return tokens

class Parser:
    LEVELS = [("+", "-"), ("*", "/")]

    def __init__(self, text):
        self.tokens = tokenize(text)
        self.pos = 0

    def peek(self):
        return self.tokens[self.pos]

    def take(self, *ops):
        kind, value = self.peek()
        if kind == "op" and value in ops:
            self.pos += 1
            return value
        return None

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.power()
        left = self.expression(level + 1)
        while op := self.take(*self.LEVELS[level]):
            left = (op, left, self.expression(level + 1))
        return left

    def power(self):
        base = self.atom()
        if self.take("^"):
            return ("^", base, self.power())
        return base

    def atom(self):
        kind, value = self.peek()
        if kind == "num":
            self.pos += 1
            return value
        if kind == "name":
            self.pos += 1
            if self.take("("):
                arguments = []
                while not self.take(")"):
                    arguments.append(self.expression())
                    self.take(",")
                return ("call", value, arguments)
            return ("var", value)
        if self.take("-"):
            return ("neg", self.atom())
        if self.take("("):
            inner = self.expression()
            if not self.take(")"):
                raise ParseError("missing )")
            return inner
        raise ParseError(f"unexpected {value!r}")

    def parse(self):
        tree = self.expression()
        if self.peek()[0] != "end":
            raise ParseError(f"trailing {self.peek()[1]!r}")
        return tree

FUNCTIONS = {"max": max, "min": min, "abs": abs, "double": lambda x: x * 2}
OPERATORS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
             "/": lambda a, b: a / b, "^": lambda a, b: a ** b}

def evaluate(tree, env):
    if not isinstance(tree, tuple):
        return tree
    op, *args = tree
    if op == "var":
        return env[args[0]]
    if op == "neg":
        return -evaluate(args[0], env)
    if op == "call":
        return FUNCTIONS[args[0]](*(evaluate(a, env) for a in args[1]))
    return OPERATORS[op](*(evaluate(a, env) for a in args))

def show(tree):
    if not isinstance(tree, tuple):
        return str(tree)
    op, *args = tree
    if op == "var":
        return args[0]
    if op == "neg":
        return f"-{show(args[0])}"
    if op == "call":
        return f"{args[0]}({', '.join(map(show, args[1]))})"
    return f"({show(args[0])} {op} {show(args[1])})"

for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - -1", "max(x, 3, y * 2) + 0.5", "double(abs(-7))",
             "1 +", "(1", "1 $ 2", "z + 1", "1 / 0", "1 2"):
    try:
        tree = Parser(text).parse()
        print(f"{text!r:28} {show(tree)} = {evaluate(tree, {'x': 1, 'y': 4})}")
    except (ParseError, ZeroDivisionError, KeyError) as error:
        print(f"{text!r:28} {type(error).__name__}: {error}")
