def f(x):
    try:
        x()
    except ValueError as error:
        print(error)
    except (KeyError, TypeError):
        raise
    except:
        raise RuntimeError from None
    else:
        return 1
