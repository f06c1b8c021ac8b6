# finally runs on every way out, in order from the inside.
# recorded: CPython 3.14
log = []
def f(mode):
    try:
        try:
            log.append("body")
            if mode == "return": return "r"
            if mode == "raise": raise ValueError("v")
            if mode == "raise2": raise KeyError("k")
        except ValueError:
            log.append("except")
            return "handled"
        else:
            log.append("else")
        finally:
            log.append("inner")
    finally:
        log.append("outer")
    return "end"

for mode in ("return", "raise", "raise2", "none"):
    log.clear()
    try:
        result = f(mode)
    except Exception as e:
        result = repr(e)
    print(mode, result, log)
