# except*: splitting, nested groups, naked exceptions, what handlers raise, else and finally, context, errors.
# recorded: CPython 3.14
def tree(e):
    if isinstance(e, BaseExceptionGroup):
        return type(e).__name__, e.message, [tree(x) for x in e.exceptions]
    return repr(e)


def attempt(action):
    try:
        return action()
    except BaseException as e:
        return 'raised', tree(e), tree(e.__context__) if e.__context__ else None, tree(e.__cause__) if e.__cause__ else None


def nested():
    log = []
    try:
        raise ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [TypeError(2), ValueError(3)]), OSError(4)])
    except* ValueError as e:
        log.append(tree(e))
    except* (TypeError, OSError) as e:
        log.append(tree(e))
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log


def some_left():
    try:
        raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError(2), ValueError(3)])])
    except* ValueError:
        pass


def naked():
    try:
        raise ValueError('plain')
    except* ValueError as e:
        result = tree(e), e.exceptions[0].args
    return result


def naked_unmatched():
    try:
        raise KeyError('plain')
    except* ValueError:
        print('no')


def naked_reraised():
    try:
        raise ValueError('plain')
    except* ValueError:
        raise


def handler_raises():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise RuntimeError('new')
    except* TypeError:
        pass


def two_raise():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise RuntimeError('a') from e
    except* TypeError:
        raise RuntimeError('b')


def reraises():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError as e:
        raise e


def no_exception():
    try:
        pass
    except* ValueError:
        print('handler')
    else:
        return_value = 'else'
    return return_value


def empty_split():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* TypeError:
        print('never')
    except* ValueError as e:
        print('here', tree(e))
    except* ValueError:
        print('never again')
    return 'done'


def name_unbound():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError as e:
        pass
    try:
        e
    except UnboundLocalError as error:
        return str(error)


def bad_type():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* 5:
        pass


def group_type():
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass


def base_group():
    try:
        raise BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])
    except* KeyboardInterrupt as e:
        print(tree(e))
    except* ValueError as e:
        print(tree(e))
    return 'ok'


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message + '!', excs)


def own_group():
    try:
        raise MyGroup('mine', [ValueError(1), TypeError(2)])
    except* ValueError as e:
        print(tree(e))


def loop():
    out = []
    for i in range(3):
        try:
            raise ExceptionGroup('g', [ValueError(i), TypeError(i)])
        except* ValueError as e:
            for x in e.exceptions:
                if x.args[0] == 1:
                    continue
                out.append(x.args)
        except* TypeError:
            for x in range(5):
                break
    return out


def inner_handling():
    try:
        try:
            raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
        except* ValueError:
            try:
                raise KeyError('inner')
            except KeyError as e:
                print('context', tree(e.__context__))
    except ExceptionGroup as e:
        return tree(e)


for action in (nested, some_left, naked, naked_unmatched, naked_reraised, handler_raises, two_raise, reraises, no_exception,
               empty_split, name_unbound, bad_type, group_type, base_group, own_group, loop, inner_handling):
    print(action.__name__, attempt(action))
try:
    raise ExceptionGroup('notes', [ValueError(1), TypeError(2)])
except* ValueError as e:
    e.add_note('seen')
    print(e.__notes__)
except* TypeError as e:
    print(getattr(e, '__notes__', None))
