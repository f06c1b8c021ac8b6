# The first clause that matches handles the exception; else and finally.
# recorded: CPython 3.14
def run(action):
    try:
        print("try", action())
    except ZeroDivisionError:
        print("zero")
    except (KeyError, IndexError) as error:
        print("lookup", repr(error))
    except Exception as error:
        print("other", type(error).__name__, error)
    else:
        print("else")
    finally:
        print("finally")

run(lambda: 1 / 1)
run(lambda: 1 / 0)
run(lambda: {}["k"])
run(lambda: [][3])
run(lambda: int("z"))
run(lambda: None.x)
