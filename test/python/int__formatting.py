# Integers in every presentation.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: (hex(255), oct(8), bin(5), hex(-255), bin(-5), oct(0), hex(2**70), bin(True)))
show(lambda: f"{255:x} {255:X} {255:#x} {255:#X} {255:b} {255:#b} {255:o} {255:#o} {65:c} {255:n}")
show(lambda: f"{5:3d}|{5:<3}|{5:^3}|{-5:=5}|{5:+}|{5: }|{-5: }|{5:03}|{-5:05}|{5:*>4}")
show(lambda: f"{1234567:,} {1234567:_} {0xFFFFFFFF:_x} {1234567:012,} {-1234567:,} {123:06,}")
show(lambda: f"{12345:e} {12345:.2f} {5:%} {5:g} {2**70:,} {5:.3f}")
show(lambda: f"{True} {True:d} {True:5}|{False:>5}")
show(lambda: format(5, "s"))
show(lambda: format(5, ".2d"))
show(lambda: format(5, "+c"))
show(lambda: format(-1, "c"))
show(lambda: format(5, "q"))
show(lambda: format(5, ",s"))
show(lambda: format(5, ",_"))
show(lambda: format(5, ",b"))
show(lambda: format(5, "5."))
show(lambda: hex(1.5))
show(lambda: bin("5"))
show(lambda: oct(None))
