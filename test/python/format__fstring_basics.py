# f-strings: expressions, conversions, specs, nesting.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

name, n, x = "Bo", 5, 3.14159
d = {"k": [1, 2]}
show(lambda: (
    f"{name} {n} {x}", f"{n + 1} {n * 2 = } {name!r} {name!s} {name!a}",
    f"{x:.2f} {n:03d} {name:>5}|{name:<5}|{name:^6}|", f"{d['k'][0]} {d["k"]}", f"{{}} {{{n}}} {{{{",
    f"{n}{n}" f"{name}", f"", rf"\n{n}\t", f"a{'b'}c{f'{n}'}",
))
show(lambda: (
    f"{x:{n}.{2}f}|{name:{'>'}{n + 3}}|{n:{'0' + '4'}}", f"{n=} {n = } {name=!s} {x=:.1f} {d=}",
    f"{(lambda v: v * 2)(4)}", f"{[i for i in range(3)]} {'yes' if n else 'no'} {n if n > 3 else 0:>3}",
    f"{n!r:>4}|{None}|{True:d}|{'é':>3}",
))
show(lambda: (f"{1,2} {*[1, 2], 3}", f"{n:,} {10**6:,} {n:b}", f"{'\n'.join(['a', 'b'])}"))
