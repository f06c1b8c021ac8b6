# Operators and conditions whose right side is a small number written out, at the edges of what fits an instruction.
# recorded: CPython 3.14
def edges(x):
    return [x + 127, x + 128, x + -128, x + -129, x - 127, x - 128, x - -128, x - -129]


def signs(x):
    result = []
    if x < -128: result.append('lt -128')
    if x < 127: result.append('lt 127')
    if x <= 128: result.append('le 128')
    if x == -1: result.append('eq -1')
    if x != -128: result.append('ne -128')
    if x > -129: result.append('gt -129')
    if x >= 0: result.append('ge 0')
    return result


for x in (0, -1, -128, -129, 127, 128, 2**60 - 1, -2**60, 2**200, 0.5, -1.0, True, float('nan')):
    print(x, edges(x), signs(x))


class Tracer:
    def __add__(self, other):
        return 'add', other

    def __sub__(self, other):
        return 'sub', other

    def __iadd__(self, other):
        return 'iadd', other

    def __isub__(self, other):
        return 'isub', other

    def __lt__(self, other):
        return other > 5

    def __eq__(self, other):
        return ['eq', other]


def in_place(x):
    y = x
    y += 7
    z = x
    z -= -7
    return y, z


t = Tracer()
print(t + 1, t - -3, in_place(t), in_place(10), in_place(1.5))
print('less' if t < 6 else 'not less', 'less' if t < 5 else 'not less', 'equal' if t == 3 else 'unequal')
for action in (lambda: 'a' + 1, lambda: [] - 1, lambda: None < 3, lambda: in_place('a')):
    try:
        if action():
            print('done')
    except TypeError as error:
        print(error)


def compare(x):
    if x < 3:
        return 1


compare('x')
