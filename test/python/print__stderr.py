# print to stderr is kept apart from stdout.
# recorded: CPython 3.14
# exit: 0
import sys
print("out 1")
print("err 1", file=sys.stderr)
sys.stdout.write("out 2\n")
sys.stderr.write("err 2\n")
