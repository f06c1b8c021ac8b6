# sys.exit raises SystemExit; uncaught, it ends the program with its code.
# recorded: CPython 3.14
# exit: 3
import sys
try:
    sys.exit("message")
except SystemExit as e:
    print(repr(e), e.code)
try:
    raise SystemExit
except SystemExit as e:
    print(e.code)
try:
    print("body")
    sys.exit(3)
finally:
    print("cleanup")
