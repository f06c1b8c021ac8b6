# A text of several lines is shown as it is.
# recorded: CPython 3.14
raise ValueError("first line\n  second line\nthird")
