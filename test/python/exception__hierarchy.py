# Every builtin exception and its base.
# recorded: CPython 3.14
names = """BaseException Exception ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError
BufferError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
EOFError FileExistsError FileNotFoundError FloatingPointError GeneratorExit ImportError IndentationError IndexError
InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError
ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError SystemExit TabError TimeoutError
TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError ValueError
ZeroDivisionError Warning BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning
PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
PythonFinalizationError BaseExceptionGroup"""
space = globals()["__builtins__"]
import builtins
for name in names.split():
    cls = getattr(builtins, name)
    print(name, "<", ", ".join(base.__name__ for base in cls.__bases__), cls.__module__)
print(IOError is OSError, EnvironmentError is OSError, ExceptionGroup.__bases__)
