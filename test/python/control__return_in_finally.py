# A return in finally wins over the value and over the exception.
# recorded: CPython 3.14
# exit: 0
def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "from finally"

def override():
    try:
        return "from try"
    finally:
        return "from finally"

def keep():
    x = 1
    try:
        return x
    finally:
        x = 2

print(swallow(), override(), keep())
