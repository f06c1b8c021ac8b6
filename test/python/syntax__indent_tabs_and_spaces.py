# SyntaxError: tabs and spaces that disagree.
# recorded: CPython 3.14
if x:
        a = 1
	b = 2
