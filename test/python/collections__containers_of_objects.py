# Containers of objects whose methods are in Python: repr, equality, search; parts of long texts.
# recorded: CPython 3.14
from collections import deque, OrderedDict, defaultdict, Counter, ChainMap
class B:
    def __init__(s,x): s.x=x
    def __repr__(s): return "B(%r)" % (s.x,)
    def __eq__(s,o): return s.x==o.x
    def __hash__(s): return hash(s.x)
print(deque([B(1),B([B(2)])], 5), slice(B(1),B(2)), {B(1):B(2)}.items(), {B(1)}, frozenset({B(3)}))
print(deque([B(1)])==deque([B(1)]), deque([B(1)]) in [deque([B(1)])])
print(OrderedDict({B(1):B(2)}), defaultdict(list,{B(1):[B(2)]}), Counter([B(1)]), ChainMap({B(1):B(2)}))
d=deque([B(i) for i in range(5)])
print(d.index(B(3)), d.count(B(2)), B(4) in d); d.remove(B(2)); print(d)
t=(B(1),(B(2),slice(1,2)))
print(hash(t)==hash((B(1),(B(2),slice(1,2)))))
s = "x"*300
parts = [s[i:] for i in range(20)]
u = "é"*300
up = [u[i:] for i in range(20)] + ["é"*300+"z"]
print(len(parts), [len(p) for p in up], parts[3]==s[3:], up[5]==u[5:], up[-1][299:])
acc=""
allp=[]
for i in range(400):
    acc += "ab\u20ac"
    allp.append(acc)
print(len(acc), allp[200]==acc[:603], allp[399][-2:])
