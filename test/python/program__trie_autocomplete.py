# A trie with counts, completion, wildcards and removal.
# recorded: CPython 3.14
class Trie:
    def __init__(self, words=()):
        self.root = {}
        self.size = 0
        for word in words:
            self.add(word)

    END = "$"

    def add(self, word, weight=1):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        if self.END not in node:
            self.size += 1
        node[self.END] = node.get(self.END, 0) + weight

    def _node(self, prefix):
        node = self.root
        for c in prefix:
            node = node.get(c)
            if node is None:
                return None
        return node

    def __len__(self):
        return self.size

    def __iter__(self):
        return (word for word, _ in self._walk(self.root, ""))

    def _walk(self, node, prefix):
        if self.END in node:
            yield prefix, node[self.END]
        for c in sorted(node.keys() - {self.END}):
            yield from self._walk(node[c], prefix + c)

    def complete(self, prefix, n=3):
        node = self._node(prefix)
        if node is None:
            return []
        return [w for w, _ in sorted(self._walk(node, prefix), key=lambda p: (-p[1], p[0]))[:n]]

    def match(self, pattern, node=None, prefix=""):
        node = self.root if node is None else node
        if not pattern:
            if self.END in node:
                yield prefix
            return
        c, rest = pattern[0], pattern[1:]
        if c == "*":
            yield from self.match(rest, node, prefix)
        for d in sorted(node.keys() - {self.END}):
            if c == "*":
                yield from self.match(pattern, node[d], prefix + d)
            elif c in ("?", d):
                yield from self.match(rest, node[d], prefix + d)

    def remove(self, word):
        def prune(node, i):
            if i == len(word):
                if node.pop(self.END, None) is None:
                    raise KeyError(word)
            else:
                if word[i] not in node:
                    raise KeyError(word)
                prune(node[word[i]], i + 1)
                if not node[word[i]]:
                    del node[word[i]]
        prune(self.root, 0)
        self.size -= 1

t = Trie("car card care cat dog do door cart car car care".split())
print(len(t), list(t), t.complete("ca"), t.complete("do", 2), t.complete("x"), t.complete(""))
print(list(t.match("c?r")), list(t.match("d*")), list(t.match("*r*")), sorted(set(t.match("**t"))), list(t.match("")))
t.remove("car")
t.remove("door")
print(list(t), len(t), "car" in t, "cart" in t, t.root["d"])
for bad in ("car", "zebra", "ca"):
    try:
        t.remove(bad)
    except KeyError as error:
        print("KeyError", error)
t.add("日本", 5); t.add("日記")
print(t.complete("日"), list(t.match("日?")), len(t))
def nodes(node):
    return 1 + sum(nodes(child) for key, child in node.items() if key != Trie.END)
print(nodes(t.root), nodes(Trie().root), nodes(Trie(["abc", "abd"]).root))
