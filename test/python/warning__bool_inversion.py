# ~ of a bool is warned about when it runs.
# recorded: CPython 3.14
# exit: 0
flag = True
print(~flag)
