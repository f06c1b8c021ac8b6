# Lone surrogates cannot be printed; what came before them is.
# recorded: CPython 3.14
# exit: 0
import sys
for text in ("a\ud800b", "\ud800\udfff", "é\udc00"):
    try:
        print("before", text, "after")
    except UnicodeEncodeError as error:
        print()
        print(error, error.start, error.end)
try:
    sys.stdout.write("\ud8ff")
except UnicodeEncodeError as error:
    print(error)
print("\ud800 to stderr", file=sys.stderr)
