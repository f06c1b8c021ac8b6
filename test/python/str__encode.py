# str.encode to the common encodings and with every error handler.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: "abc".encode())
show(lambda: ("é日😀".encode("utf-8"), "é".encode("latin-1"), "ab".encode("ascii")))
show(lambda: ("é".encode("utf-16-le"), "é😀".encode("utf-16-be"), "é".encode("utf-32-le")))
show(lambda: ("aé日".encode("ascii", "ignore"), "aé日".encode("ascii", "replace")))
show(lambda: ("aé日😀".encode("ascii", "backslashreplace"), "aé日".encode("ascii", "xmlcharrefreplace")))
show(lambda: "aé".encode("ascii", "namereplace"))
show(lambda: ("\ud800".encode("utf-8", "surrogatepass"), "\udc80".encode("utf-8", "surrogateescape")))
show(lambda: "abc".encode(encoding="UTF8", errors="strict"))
show(lambda: "aé".encode("ascii"))
show(lambda: "日本".encode("latin-1"))
show(lambda: "\ud800".encode())
show(lambda: "abc".encode("nope"))
show(lambda: "é".encode("ascii", "nope"))
show(lambda: "abc".encode(1))
