# What instructions leave to Python (vm/bytecode/intrinsics.def). note_place is native.
_missing = object()

# Classes whose instances are what their one positional sub-pattern is matched with.
_match_themselves = bool, bytes, dict, float, frozenset, int, list, set, str, tuple


# ---- Patterns. https://docs.python.org/3/reference/compound_stmts.html#mapping-patterns

def match_keys(mapping, keys):
    seen = set()
    values = []
    get = mapping.get
    for key in keys:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.add(key)
        value = get(key, _missing)
        if value is _missing:
            return None
        values.append(value)
    return tuple(values)


def match_rest(mapping, keys):
    rest = dict(mapping)
    for key in keys:
        del rest[key]
    return rest


# https://docs.python.org/3/reference/compound_stmts.html#class-patterns
def match_class(subject, cls, count, names):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a class')
    if not isinstance(subject, cls):
        return None
    values = []
    seen = set()
    if count:
        wanted, itself = _positional(cls, count)
        if itself:
            values.append(subject)
        else:
            for name in wanted:
                if type(name) is not str:
                    raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
                value = _sub_value(subject, cls, name, seen)
                if value is _missing:
                    return None
                values.append(value)
    for name in names:
        value = _sub_value(subject, cls, name, seen)
        if value is _missing:
            return None
        values.append(value)
    return tuple(values)


def _positional(cls, count):
    itself = False
    try:
        wanted = cls.__match_args__
    except AttributeError:
        wanted = ()
        itself = issubclass(cls, _match_themselves)
    if type(wanted) is not tuple:
        raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(wanted).__name__})')
    allowed = 1 if itself else len(wanted)
    if allowed < count:
        plural = '' if allowed == 1 else 's'
        raise TypeError(f'{cls.__name__}() accepts {allowed} positional sub-pattern{plural} ({count} given)')
    return wanted[:count], itself


def _sub_value(subject, cls, name, seen):
    if name in seen:
        raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
    seen.add(name)
    try:
        return getattr(subject, name)
    except AttributeError:
        return _missing


# ---- except*. https://docs.python.org/3/reference/compound_stmts.html#except-star

def match_group(exception, wanted):
    for one in wanted if isinstance(wanted, tuple) else (wanted,):
        if not (isinstance(one, type) and issubclass(one, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(one, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if exception is None:
        return None, None
    if isinstance(exception, wanted):
        if isinstance(exception, BaseExceptionGroup):
            return exception, None
        group = BaseExceptionGroup('', (exception,))
        note_place(group)
        return group, None
    if isinstance(exception, BaseExceptionGroup):
        return exception.split(wanted)
    return None, exception


def regroup(exception, raised, rest):
    if not isinstance(exception, BaseExceptionGroup):
        # It was wrapped for the one clause that took it, or nobody did.
        return raised[0] if raised else rest
    if rest is not None:
        raised.append(rest)
    new = []
    again = []
    for one in raised:
        (again if _is_part(one, exception) else new).append(one)
    unhandled = _projection(exception, again)
    if not new:
        return unhandled
    if unhandled is not None:
        new.append(unhandled)
    return new[0] if len(new) == 1 else BaseExceptionGroup('', new)


# A part of the group that nothing was done to: what distinguishes it from one that was raised anew.
def _is_part(one, group):
    return (isinstance(one, BaseExceptionGroup) and getattr(one, '__notes__', None) == getattr(group, '__notes__', None)
            and one.__traceback__ is group.__traceback__ and one.__cause__ is group.__cause__
            and one.__context__ is group.__context__)


# The part of the group that has the leaves of these parts.
def _projection(group, parts):
    if not parts:
        return None
    leaves = set()
    for part in parts:
        _add_leaves(part, leaves)
    return group.split(lambda one: not isinstance(one, BaseExceptionGroup) and id(one) in leaves)[0]


def _add_leaves(exception, leaves):
    if isinstance(exception, BaseExceptionGroup):
        for one in exception.exceptions:
            _add_leaves(one, leaves)
    else:
        leaves.add(id(exception))
