def f(x):
    match x:
        case 1 | 2:
            return 'small'
        case [a, *_, {'k': b}] if a:
            return a, b
        case C(y, z=None):
            return y
