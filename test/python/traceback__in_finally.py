# An exception in finally shows the one that was under way.
# recorded: CPython 3.14
def work():
    try:
        raise ValueError("work failed")
    finally:
        cleanup()
def cleanup():
    open_files.close()
work()
