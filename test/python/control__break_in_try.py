# break, continue and return run the finally blocks that they leave.
# recorded: CPython 3.14
def f():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("no")
    while True:
        try:
            return "returned"
        finally:
            print("cleanup")

print(f())
