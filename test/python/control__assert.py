# assert raises AssertionError with the message when the condition is false.
# recorded: CPython 3.14
assert True
assert 1 + 1 == 2, "not evaluated"
for condition, message in [(0, "zero"), ([], ["a", 1]), ("", None)]:
    try:
        assert condition, message
    except AssertionError as error:
        print(repr(error), error.args)
try:
    assert 1 > 2
except AssertionError as error:
    print(repr(error), str(error) == "")
