# A method of one iterator's type does not take another's, nor anything else.
# recorded: CPython 3.13
for iterator in iter(set()), iter(range(2 ** 70)), iter(b""):
    hint = type(iterator).__length_hint__
    print(hint(iterator) >= 0)
    for other in property(5), zip(), iter([]):
        try:
            print(hint(other))
        except TypeError as error:
            print(type(error).__name__)
