# A bare except catches everything; order of clauses counts.
# recorded: CPython 3.14
def run(exc):
    try:
        raise exc
    except (ArithmeticError, LookupError) as e:
        return "first", type(e).__name__
    except Exception as e:
        return "second", type(e).__name__
    except:
        return "bare"

print(run(IndexError()), run(ZeroDivisionError()), run(TypeError()), run(KeyboardInterrupt()), run(SystemExit()), run(GeneratorExit()))
