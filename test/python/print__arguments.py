# print with sep, end, file and flush.
# recorded: CPython 3.14
import sys
print()
print("a", 1, 2.5, None, True, [1, "b"], sep=", ")
print("no newline", end="")
print("", "x", sep="|", end="$\n")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print("to stdout", file=sys.stdout, flush=True)
print(*[1, 2, 3], sep="\n")
print("tab\tnewline\\n 'quotes' \"double\" é 日本 \U0001F600")
