# if, elif and else, nested, and the conditional expression.
# recorded: CPython 3.14
def classify(n):
    if n < 0:
        kind = "negative"
    elif n == 0:
        kind = "zero"
    elif n < 10:
        if n % 2:
            kind = "small odd"
        else:
            kind = "small even"
    else:
        kind = "large"
    return kind

for n in (-5, 0, 3, 4, 100):
    print(n, classify(n), "even" if n % 2 == 0 else "odd")
