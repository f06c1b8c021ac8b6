# A small Lisp: reader, environments, closures, special forms and errors.
# recorded: CPython 3.14
class LispError(Exception):
    pass

def read(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()
    def one():
        if not tokens:
            raise LispError("unexpected end")
        token = tokens.pop(0)
        if token == "(":
            items = []
            while tokens and tokens[0] != ")":
                items.append(one())
            if not tokens:
                raise LispError("missing )")
            tokens.pop(0)
            return items
        if token == ")":
            raise LispError("unexpected )")
        if token == "'":
            return ["quote", one()]
        for kind in (int, float):
            try:
                return kind(token)
            except ValueError:
                continue
        return {"#t": True, "#f": False}.get(token, token)
    forms = []
    while tokens:
        forms.append(one())
    return forms

class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer
    def __missing__(self, name):
        if self.outer is None:
            raise LispError(f"unbound {name}")
        return self.outer[name]
    def find(self, name):
        return self if name in self or self.outer is None else self.outer.find(name)

class Lambda:
    def __init__(self, names, body, env):
        self.names, self.body, self.env = names, body, env
    def __call__(self, *args):
        if len(args) != len(self.names):
            raise LispError(f"{len(self.names)} arguments wanted, {len(args)} given")
        return evaluate(self.body, Env(self.names, args, self.env))

def evaluate(x, env):
    while True:
        if isinstance(x, str):
            return env[x]
        if not isinstance(x, list):
            return x
        if not x:
            return []
        head, *rest = x
        if head == "quote":
            return rest[0]
        if head == "if":
            test, yes, no = rest
            x = yes if evaluate(test, env) else no
        elif head == "define":
            name, value = rest
            if isinstance(name, list):
                name, value = name[0], ["lambda", name[1:], value]
            env[name] = evaluate(value, env)
            return None
        elif head == "set!":
            env.find(rest[0])[rest[0]] = evaluate(rest[1], env)
            return None
        elif head == "lambda":
            return Lambda(rest[0], rest[1], env)
        elif head == "begin":
            for item in rest[:-1]:
                evaluate(item, env)
            x = rest[-1]
        elif head == "let":
            names, values = zip(*rest[0])
            env = Env(names, [evaluate(v, env) for v in values], env)
            x = rest[1]
        else:
            f, *args = [evaluate(item, env) for item in x]
            if isinstance(f, Lambda) and len(args) == len(f.names):
                x, env = f.body, Env(f.names, args, f.env)
            elif callable(f):
                return f(*args)
            else:
                raise LispError(f"{f!r} is not a function")

def text(x):
    if isinstance(x, list): return "(" + " ".join(map(text, x)) + ")"
    if isinstance(x, bool): return "#t" if x else "#f"
    return "<lambda>" if isinstance(x, Lambda) else str(x)

GLOBALS = Env(outer=None)
GLOBALS.update({"+": lambda *a: sum(a), "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b,
                "=": lambda a, b: a == b, "list": lambda *a: list(a), "car": lambda l: l[0], "cdr": lambda l: l[1:],
                "cons": lambda a, l: [a] + l, "null?": lambda l: l == [], "map": lambda f, l: [f(x) for x in l]})
PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 20)
(define (loop n total) (if (= n 0) total (loop (- n 1) (+ total n))))
(loop 500 0)
(map (lambda (x) (* x x)) '(1 2 3))
(define counter (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
(counter) (counter)
(define (fold f start l) (if (null? l) start (fold f (f start (car l)) (cdr l))))
(fold + 0 (list 1 2 3.5)) (fold (lambda (a x) (cons x a)) '() '(a b c))
(let ((x 1) (y 2)) (list x y (< x y) counter))
"""
for form in read(PROGRAM):
    value = evaluate(form, GLOBALS)
    if value is not None:
        print(text(form), "=>", text(value))
for bad in ("(+ 1", "nope", "(1 2)", "(fact)", ")", "(car '())", "(+ 1 'a)"):
    try:
        print(text(evaluate(read(bad)[0], GLOBALS)))
    except (LispError, IndexError, TypeError) as error:
        print(bad, "->", type(error).__name__, error)
