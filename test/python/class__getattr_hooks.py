# __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__.
# recorded: CPython 3.14
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_target", target)
    def __getattr__(self, name): return getattr(self._target, name)
    def __setattr__(self, name, value): print("set", name); setattr(self._target, name, value)
    def __delattr__(self, name): print("del", name); delattr(self._target, name)
    def __dir__(self): return ["a", "b"]
class T: pass
t = T()
p = Proxy(t)
p.x = 5
print(t.x, p.x, dir(p))
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
class Log:
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)
    y = 1
print(Log().y)
