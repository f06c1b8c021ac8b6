# sys.stdout and sys.stderr have write and flush.
# recorded: CPython 3.14
import sys

print(sys.stdout.write("text\n"), sys.stdout.flush(), sys.stderr.write(""), sys.stdin is not None)
print("via print", file=sys.stdout)
for text in ("a", "b"):
    sys.stdout.write(text)
print(sys.stdout.writelines(["1\n", "2\n"]))
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
try:
    sys.nope
except AttributeError as error:
    print(error)
