# SyntaxErrors that a program makes are told with their place.
# recorded: CPython 3.14
# exit: 1
e = [SyntaxError("bad", (None, 3, 5, "\tabc def\n", 3, 8)), SyntaxError("x", ("f", None, 2, "t")), SyntaxError("y"), SyntaxError(), SyntaxError("z", ("f", 2, None, "text\n")), SyntaxError("z", ("f", 2, 3, "text\n")), SyntaxError("z", ("f", 2, 30, "text\n", 2, 40)), SyntaxError("z", ("f", 2, 0, "text\n", 2, 0)), SyntaxError("z", ("f", 2, 2, "text\n", 3, 0)), SyntaxError("z", ("f", 2, 2, None, 3, 0)), IndentationError("i", ("f", 2, 2, "é = é\n", 2, 5))]
raise ExceptionGroup("g", e)
