# A retry loop with nested handlers and the last exception kept.
# recorded: CPython 3.14
attempts = []
def flaky(n):
    attempts.append(n)
    if n < 3:
        raise ConnectionError(f"try {n}")
    return "ok"

def retry(times):
    last = None
    for n in range(1, times + 1):
        try:
            return flaky(n)
        except ConnectionError as e:
            last = e
            continue
        finally:
            attempts.append("f")
    raise RuntimeError("gave up") from last

print(retry(5), attempts)
attempts.clear()
try:
    retry(2)
except RuntimeError as e:
    print(e, "<-", repr(e.__cause__), attempts)
