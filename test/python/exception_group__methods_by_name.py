# split, subgroup and derive of exception groups with types, tuples, predicates and wrong arguments.
# recorded: CPython 3.14
def show(function, *arguments, **keywords):
    """Prints what a call gives, or its error."""
    try:
        result = repr(function(*arguments, **keywords))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(function.__name__, *map(repr, arguments), keywords or "", "->", result)


group = ExceptionGroup("outer", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3)])])
for condition in (ValueError, (ValueError, TypeError), KeyError, lambda error: isinstance(error, TypeError), ExceptionGroup):
    print(group.split(condition), group.subgroup(condition), sep="\n")
for condition in (5, "a", None, (ValueError, 5), int):
    show(group.split, condition)
    show(group.subgroup, condition)
show(group.split)
show(group.subgroup)
try:
    group.split(lambda error: 1 / 0)
except ZeroDivisionError as error:
    print(error)
show(group.derive, [KeyError(1)])
show(group.derive, [])
show(group.derive, [1])
show(group.derive, 1)
show(group.derive)
show(BaseExceptionGroup.__str__, group)
show(BaseExceptionGroup.__str__, group, 1)
show(BaseExceptionGroup.__class_getitem__, int)
show(BaseExceptionGroup.__class_getitem__)
for arguments in ((), ("a",), ("a", []), ("a", [1]), (1, [ValueError()]), ("a", ValueError()), ("a", [ValueError()], 1), ("a", (KeyboardInterrupt(),)), ("a", (ValueError(),))):
    show(BaseExceptionGroup, *arguments)
    show(ExceptionGroup, *arguments)
show(BaseExceptionGroup.__new__, int, "a", [ValueError()])
show(BaseExceptionGroup.__init__, group, "a", [ValueError()])
show(BaseExceptionGroup.__init__, group, wrong=1)
print(group.message, group.exceptions, group.args)
for name in ("message", "exceptions"):
    try:
        setattr(group, name, 1)
    except AttributeError as error:
        print(error)
