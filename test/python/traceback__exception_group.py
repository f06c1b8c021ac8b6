# An uncaught exception group is drawn as a tree.
# recorded: CPython 3.14
def fail(kind, text):
    raise kind(text)
errors = []
for kind in (ValueError, KeyError):
    try:
        fail(kind, "x")
    except Exception as e:
        errors.append(e)
raise ExceptionGroup("several problems", errors)
