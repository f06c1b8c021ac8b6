# The combinatoric iterators.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from itertools import product, permutations, combinations, combinations_with_replacement
show(lambda: (
    list(product("ab", [1, 2])), list(product()), list(product("ab", repeat=2)), list(product("ab", [])),
    list(product([1], repeat=0)), len(list(product(range(3), repeat=3))),
))
show(lambda: (
    list(permutations([1, 2, 3])), list(permutations("abc", 2)), list(permutations("ab", 3)),
    list(permutations([], 0)), list(permutations("a")),
))
show(lambda: (
    list(combinations("abcd", 2)), list(combinations([1, 2], 3)), list(combinations([1], 0)),
    list(combinations_with_replacement("ab", 2)), list(combinations_with_replacement([], 1)),
    len(list(combinations(range(10), 5))),
))
show(lambda: product(5))
show(lambda: product("a", repeat=-1))
show(lambda: product("a", repeat="x"))
show(lambda: permutations(5))
show(lambda: permutations("a", -1))
show(lambda: permutations("a", "x"))
show(lambda: combinations("abc"))
show(lambda: combinations("abc", -1))
show(lambda: combinations(5, 1))
show(lambda: combinations_with_replacement("abc", -1))
show(lambda: combinations_with_replacement("abc"))
