# Chained and annotated assignment, and order of evaluation.
# recorded: CPython 3.14
a = b = c = 0
print(a, b, c)
x: int = 5
y: str
print(x)
try:
    y
except NameError as error:
    print(error)
log = []
def t(name):
    log.append(name)
    return {}
t("target1")["k"], t("target2")["k"] = t("value1"), t("value2")
print(log)
log.clear()
d = {}
d[len(log)] = d[1] = "v"
print(d)
