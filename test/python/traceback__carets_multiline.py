# An expression over several lines is shown in full with carets on each.
# recorded: CPython 3.14
def compute(a, b):
    return (
        a
        + b
        / 0
    )
print(
    compute(
        1,
        2,
    )
)
