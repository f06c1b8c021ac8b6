# The traceback of what except* clauses leave and raise.
# recorded: CPython 3.14
def fail():
    raise TypeError('second')


def make():
    errors = []
    for action in (lambda: int('x'), fail, lambda: {}['k']):
        try:
            action()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup('several', errors)


def handle():
    try:
        make()
    except* ValueError as e:
        print('handled', e.exceptions)
    except* KeyError:
        raise RuntimeError('while handling')


handle()
