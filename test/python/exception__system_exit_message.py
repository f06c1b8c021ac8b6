# sys.exit with a text prints it to stderr and exits with 1.
# recorded: CPython 3.14
import sys
def main():
    print("working")
    sys.exit("error: bad input")
main()
