# Assigning to something that does not take it.
# recorded: CPython 3.14
def attempt(f):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

def tuple_item(): t = (1, 2); t[0] = 5
def string_item(): s = "abc"; s[0] = "x"
def list_index(): l = [1]; l[5] = 2
def list_key(): l = [1]; l["a"] = 2
def int_attribute(): n = 5; n.x = 1
def range_item(): r = range(3); r[0] = 1
def unhashable(): d = {}; d[[]] = 1
def none_item(): n = None; n[0] = 1
def object_attribute(): object().x = 1
def slice_not_iterable(): l = [1, 2]; l[0:1] = 5
def extended(): l = [1, 2, 3]; l[::2] = [1]
def bytes_item(): b = b"abc"; b[0] = 1
for f in (tuple_item, string_item, list_index, list_key, int_attribute, range_item, unhashable, none_item,
          object_attribute, slice_not_iterable, extended, bytes_item):
    attempt(f)
