# str.casefold folds for comparison without case.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: "HeLLo ß".casefold())
show(lambda: "ΑΣ ﬁ İ".casefold())
show(lambda: "Straße".casefold() == "STRASSE".casefold())
show(lambda: "x".casefold(None))
