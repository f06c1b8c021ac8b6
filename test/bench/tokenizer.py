# A small language: tokens, recursive-descent parser, tree of tuples, evaluator.
def tokens(text):
    i = 0
    while i < len(text):
        ch = text[i]
        if ch == ' ':
            i += 1
        elif ch.isdigit():
            start = i
            while i < len(text) and text[i].isdigit():
                i += 1
            yield 'number', int(text[start:i])
        elif ch.isalpha():
            start = i
            while i < len(text) and text[i].isalnum():
                i += 1
            yield 'name', text[start:i]
        else:
            i += 1
            yield 'operator', ch
    yield 'end', None


class Parser:
    PRECEDENCE = {'+': 1, '-': 1, '*': 2, '/': 2, '%': 2}

    def __init__(self, text):
        self.tokens = tokens(text)
        self.kind, self.value = next(self.tokens, ('end', None))

    def advance(self):
        value = self.value
        self.kind, self.value = next(self.tokens, ('end', None))
        return value

    def primary(self):
        if self.kind == 'number':
            return 'constant', self.advance()
        if self.kind == 'name':
            return 'variable', self.advance()
        if self.value == '(':
            self.advance()
            tree = self.expression(1)
            if self.advance() != ')':
                raise SyntaxError('expected )')
            return tree
        raise SyntaxError(f'unexpected {self.value!r}')

    def expression(self, least):
        left = self.primary()
        while self.kind == 'operator' and self.PRECEDENCE.get(self.value, 0) >= least:
            operator = self.advance()
            left = 'binary', operator, left, self.expression(self.PRECEDENCE[operator] + 1)
        return left


def evaluate(tree, scope):
    match tree:
        case ('constant', value):
            return value
        case ('variable', name):
            return scope[name]
        case ('binary', '+', left, right):
            return evaluate(left, scope) + evaluate(right, scope)
        case ('binary', '-', left, right):
            return evaluate(left, scope) - evaluate(right, scope)
        case ('binary', '*', left, right):
            return evaluate(left, scope) * evaluate(right, scope)
        case ('binary', '%', left, right):
            return evaluate(left, scope) % (evaluate(right, scope) or 1)
        case ('binary', operator, _, _):
            raise ValueError(operator)


source = '(alpha + 3) * 17 - beta * (2 + gamma % 7) + 400 % (alpha + 1) - (((9)))'
total = 0
for i in range(2000):
    tree = Parser(source + ' + ' + str(i)).expression(1)
    for k in range(4):
        total += evaluate(tree, {'alpha': i, 'beta': k, 'gamma': i + k})
errors = []
for bad in ('1 +', '(2', '* 3'):
    try:
        Parser(bad).expression(1)
    except SyntaxError as error:
        errors.append(str(error))
print(total, tree[0], errors)
