# Floats in every presentation.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

show(lambda: f"{3.14159:.2f} {3.14159:.0f} {3.14159:8.3f}|{3.14159:<8.1f}|{3.14159:+.2f} {-3.14159: .2f} {2.5:.0f} {3.5:.0f}")
show(lambda: f"{1234.5678:e} {1234.5678:.2e} {1234.5678:E} {0:e} {1e100:.3e}")
show(lambda: f"{1234.5678:g} {0.00001234:g} {1e20:g} {123456789:g} {1.0:g} {1.0:#g} {1.5:G} {1e-10:G}")
show(lambda: f"{0.256:%} {0.256:.1%} {1234567.891:,} {1234567.891:,.2f} {1234567.891:_.1f} {1234.5:010.2f} {-1234.5:010,.1f}")
show(lambda: f"{float('inf'):f} {float('nan'):F} {float('-inf'):e} {float('inf'):05} {float('nan'):.1%} {-0.0:f} {-0.0:z.1f} {0.001:z.1f}")
show(lambda: f"{1.0} {1e16} {1.5:} {1.5:5}|{1.5:<6}|{1e5:n} {123.456:.4} {0.1:.17} {100.0:.3} {1e3:.2}")
show(lambda: f"{1234567.1234567:,.7f} {1.1:.20f} {1e22:f} {5e-324:.3g} {1.23456789012345678:.15g}")
show(lambda: f"{1234.56789:.4_f}")
show(lambda: format(1.5, "d"))
show(lambda: format(1.5, "x"))
show(lambda: format(1.5, "s"))
show(lambda: format(1.5, "c"))
show(lambda: format(1.5, "."))
show(lambda: format(1.5, "5.f"))
show(lambda: format(1.5, ",n"))
