# https://docs.python.org/3/library/exceptions.html#BaseExceptionGroup.split
def _matcher(value):
    if isinstance(value, type):
        if issubclass(value, BaseException):
            return lambda exception: isinstance(exception, value)
    elif isinstance(value, tuple):
        for item in value:
            if not (isinstance(item, type) and issubclass(item, BaseException)):
                break
        else:
            return lambda exception: isinstance(exception, value)
    elif callable(value):
        return value
    raise TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')


def _part(group, exceptions):
    if not exceptions:
        return None
    part = group.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    part.__traceback__ = group.__traceback__
    part.__context__ = group.__context__
    part.__cause__ = group.__cause__
    notes = getattr(group, '__notes__', None)
    if isinstance(notes, list):
        part.__notes__ = notes[:]
    return part


def _split(group, matches, both):
    if matches(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    matching = []
    others = []
    for exception in group.exceptions:
        match, other = _split(exception, matches, both)
        if match is not None:
            matching.append(match)
        if other is not None and both:
            others.append(other)
    return _part(group, matching), _part(group, others)


def split(group, value):
    return _split(group, _matcher(value), True)


def subgroup(group, value):
    return _split(group, _matcher(value), False)[0]
