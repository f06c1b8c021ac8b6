# Format specs of strings.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: f"{'abc':5}|{'abc':<5}|{'abc':>5}|{'abc':^5}|{'abc':*^7}|{'abc':.2}|{'abc':5.1}|{'abc':s}|{'':3}|{'日本':>4}|{'a':é<3}|{'abc':05}")
show(lambda: format("abc", ""))
show(lambda: format("abc", "d"))
show(lambda: format("abc", "+5"))
show(lambda: format("abc", "=5"))
show(lambda: format("abc", "#5"))
show(lambda: format("abc", ","))
show(lambda: format("abc", "5.x"))
show(lambda: format("abc", "-5"))
show(lambda: format("abc", " "))
