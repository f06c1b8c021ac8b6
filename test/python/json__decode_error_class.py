# JSONDecodeError: arguments by place and name, subclasses with and without a constructor of their own.
# recorded: CPython 3.14
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")

from json import JSONDecodeError, loads
def facts(error):
    return error.args, error.msg, error.doc, error.pos, error.lineno, error.colno, str(error), repr(error)
show(lambda: facts(JSONDecodeError("m", "doc\nx", 4)))
show(lambda: facts(JSONDecodeError(msg="m", doc="a\nb", pos=2)))
show(lambda: facts(JSONDecodeError("m", doc="", pos=0)))
show(lambda: JSONDecodeError())
show(lambda: JSONDecodeError("m"))
show(lambda: JSONDecodeError("m", "d"))
show(lambda: JSONDecodeError("m", pos=1))
show(lambda: JSONDecodeError("m", "d", 1, 2))
show(lambda: JSONDecodeError("m", "d", 1, pos=2))
show(lambda: JSONDecodeError("m", "d", 1, nope=2))
class Plain(JSONDecodeError): pass
class Own(JSONDecodeError):
    def __init__(self, name):
        super().__init__("own " + name, "xyz", 1)
        self.name = name
show(lambda: facts(Plain("p", "text", 2)))
show(lambda: (facts(Own("n")), Own("n").name, isinstance(Own("n"), ValueError)))
try:
    loads("{")
except ValueError as caught:
    caught.pos = 77
    print(caught.pos, caught.__dict__ == {"msg": caught.msg, "doc": "{", "pos": 77, "lineno": 1, "colno": 2})
raise Own("end")
