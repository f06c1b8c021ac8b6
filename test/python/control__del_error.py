# What del says when there is nothing to delete.
# recorded: CPython 3.14
def attempt(f):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)

def item(): d = {}; del d["k"]
def index(): l = []; del l[0]
def attribute(): del (1).real
def missing(): 
    class C: pass
    del C().x
def tup(): t = (1,); del t[0]
def string(): s = "abc"; del s[0]
def name(): del undefined_name
for f in (item, index, attribute, missing, tup, string, name):
    attempt(f)
